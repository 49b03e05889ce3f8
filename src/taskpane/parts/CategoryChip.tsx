import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Category } from '#domain/category';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';
import { CategorySwatch } from './CategorySwatch.tsx';
import { shadeOf } from './categoryShades.ts';
import { categoryNamed } from './useCategories.ts';
import { unseen } from './unseen.ts';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex', alignItems: 'center', gap: '6px', boxSizing: 'border-box', minWidth: 0, maxWidth: '100%', minHeight: '24px', padding: '1px 8px',
    borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere',
  },
  unlisted: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  unseen,
});

/** A category somebody carries. `list` is the mailbox's, null where it was never read: then nobody knows what it lacks. */
export function CategoryChip({ name, list }: { readonly name: string; readonly list: readonly Category[] | null }) {
  const texts = useTexts();
  const styles = useStyles();
  const { mode } = useCell(useServices().look);
  const category = categoryNamed(list, name);
  const { ground } = shadeOf(category?.color ?? 'none', mode);
  const unlisted = list !== null && category === null;
  return (
    <span className={mergeClasses(styles.chip, unlisted && styles.unlisted)} {...(unlisted ? { title: texts.categories.notListed } : {})}
      {...(ground === null ? {} : { style: { backgroundColor: ground } })}>
      {category !== null && <CategorySwatch color={category.color} />}
      {name}
      {unlisted && <span className={styles.unseen}>{texts.categories.notListed}</span>}
    </span>
  );
}
