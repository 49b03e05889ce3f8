import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { categoryColors } from '#domain/category';
import type { CategoryColor } from '#domain/category';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';
import { CategorySwatch } from './CategorySwatch.tsx';

const columns = 7;

const useStyles = makeStyles({
  box: { display: 'grid', gap: '4px', justifyItems: 'start' },
  grid: { display: 'grid', gridTemplateColumns: `repeat(${columns}, 32px)`, gap: '2px' },
  cell: {
    display: 'grid', placeItems: 'center', width: '32px', height: '32px', boxSizing: 'border-box', borderRadius: tokens.borderRadiusMedium, cursor: 'pointer', position: 'relative',
    border: '2px solid transparent', outlineStyle: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  // A line and a mark, not the colour, say which one is chosen.
  chosen: { border: `2px solid ${tokens.colorCompoundBrandStroke}`, '@media (forced-colors: active)': { border: '2px solid Highlight' } },
  mark: {
    position: 'absolute', insetBlockEnd: '-4px', insetInlineEnd: '-4px', width: '14px', height: '14px', fontSize: '12px', lineHeight: '14px', display: 'grid', placeItems: 'center',
    borderRadius: '50%', color: tokens.colorNeutralForegroundOnBrand, backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { color: 'HighlightText', backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  name: { color: tokens.colorNeutralForeground2 },
});

type Props = { readonly label: string; readonly value: CategoryColor; readonly onChange: (color: CategoryColor) => void; readonly autoFocus?: boolean };

/** Outlook's 25 colours and none, as one group of radio buttons: arrow keys go from one to the next, each has its name. */
export function ColorGrid({ label, value, onChange, autoFocus = false }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const { direction } = useCell(useServices().look);
  const grid = useRef<HTMLDivElement>(null);

  useEffect(() => { if (autoFocus) grid.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus(); }, [autoFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    const forward = direction === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, number>> = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: columns, ArrowUp: -columns };
    const at = categoryColors.indexOf(value);
    const last = categoryColors.length - 1;
    const step = steps[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last
      : step === undefined ? null : Math.abs(step) === 1 ? (at + step + last + 1) % (last + 1) : at + step;
    if (to === null) return;
    event.preventDefault();
    const color = categoryColors[to];
    if (color === undefined) return;
    onChange(color);
    grid.current?.querySelectorAll<HTMLElement>('[role="radio"]')[to]?.focus();
  };

  return (
    <div className={styles.box}>
      <div ref={grid} className={styles.grid} role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
        {categoryColors.map((color) => (
          <span key={color} role="radio" aria-checked={color === value} aria-label={texts.categoryColors[color]} title={texts.categoryColors[color]}
            tabIndex={color === value ? 0 : -1} className={mergeClasses(styles.cell, color === value && styles.chosen)}
            onClick={() => onChange(color)} onKeyDown={(event) => { if (event.key === ' ') { event.preventDefault(); onChange(color); } }}>
            <CategorySwatch color={color} large />
            {color === value && <span className={styles.mark} aria-hidden="true"><CheckmarkRegular /></span>}
          </span>
        ))}
      </div>
      <Text size={200} className={styles.name} aria-hidden="true">{texts.categoryColors[value]}</Text>
    </div>
  );
}
