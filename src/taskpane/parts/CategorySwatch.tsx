import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CategoryColor } from '#domain/category';
import { useServices } from '../ServicesContext.ts';
import { useCell } from '../useCell.ts';
import { shadeOf } from './categoryShades.ts';

const useStyles = makeStyles({
  swatch: {
    display: 'inline-block', flexShrink: 0, width: '12px', height: '12px', borderRadius: '3px', boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`, forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  large: { width: '24px', height: '24px', borderRadius: '4px' },
});

/** The colour of a category, beside its name: it says nothing by itself. */
export function CategorySwatch({ color, large = false }: { readonly color: CategoryColor; readonly large?: boolean }) {
  const styles = useStyles();
  const { mode } = useCell(useServices().look);
  const { fill } = shadeOf(color, mode);
  return <span className={mergeClasses(styles.swatch, large && styles.large)} aria-hidden="true" {...(fill === null ? {} : { style: { backgroundColor: fill } })} />;
}
