import { Button, Checkbox, SearchBox, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { categorySubject } from '#domain/change';
import { foldText } from '#domain/normalize';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { categoryMarks, wishOf } from './categoryMarks.ts';
import type { Ticks } from './categoryMarks.ts';
import { CategorySwatch } from './CategorySwatch.tsx';
import { NewCategory } from './NewCategory.tsx';
import { Trouble } from './Trouble.tsx';
import { categoryNamed, useCategories } from './useCategories.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  search: { width: '100%', maxWidth: 'none' },
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '240px', overflowY: 'auto', overflowX: 'hidden' },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '4px' },
  label: { display: 'inline-flex', alignItems: 'center', gap: '8px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  wide: { justifyContent: 'start', textAlign: 'start', overflowWrap: 'anywhere' },
});

export type CategoryWish = { readonly add: readonly string[]; readonly remove: readonly string[] };

type Props = {
  /** Whom it is about: existing contacts, or a form's one. */
  readonly contacts: readonly { readonly categories: readonly string[] }[];
  readonly onApply: (wish: CategoryWish) => void;
  readonly onCancel: () => void;
};

/**
 * Puts categories on contacts and takes them off, several at once, and makes new ones. Names are plain text to
 * Outlook: without permission for the list they can be given all the same.
 */
export function CategoryPicker({ contacts, onApply, onCancel }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { list, reading, problem } = useCategories({ refresh: true });
  const [inUse, setInUse] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const [ticks, setTicks] = useState<Ticks>(new Map());
  const [creating, setCreating] = useState<string | null>(null);
  // Who carries what is asked once: what is ticked is meant for what was seen.
  const [marks] = useState(() => categoryMarks(contacts));

  useEffect(() => {
    let late = false;
    void services.categoriesInUse().then((names) => { if (!late) setInUse(names); });
    return () => { late = true; };
  }, [services]);

  const names = new Map<string, string>();
  const listed = (list ?? []).map((one) => one.displayName);
  for (const name of [...listed, ...[...marks.values()].map((one) => one.name), ...[...ticks.values()].map((one) => one.name), ...inUse]) {
    if (!names.has(categorySubject(name))) names.set(categorySubject(name), name);
  }
  const wanted = foldText(text);
  const found = [...names].filter(([, name]) => foldText(name).includes(wanted)).sort(([, a], [, b]) => a.localeCompare(b));
  const typed = text.trim();
  const isNew = typed !== '' && !names.has(categorySubject(typed));

  const tick = (name: string, on: boolean) => setTicks((before) => new Map([...before, [categorySubject(name), { name, on }]]));
  const apply = () => onApply(wishOf(contacts, ticks));

  if (creating !== null) {
    return <NewCategory initial={creating} onDone={(name) => {
      setCreating(null);
      if (name === null) return;
      tick(name, true);
      setText('');
    }} />;
  }
  return (
    <div className={styles.box}>
      <SearchBox className={styles.search} autoFocus aria-label={texts.categories.search} placeholder={texts.categories.search} value={text}
        onChange={(_, { value }) => setText(value)} />
      {problem && <><Trouble problem={problem} retry={() => void services.categories.refresh()} /><Text size={200} className={styles.quiet}>{texts.categories.withoutList}</Text></>}
      {reading && list === null && <Spinner size="tiny" label={texts.categories.reading} />}
      <ul className={styles.list} aria-label={texts.categories.title}>
        {found.map(([subject, name]) => {
          const category = categoryNamed(list, name);
          const mark = marks.get(subject)?.mark ?? 'none';
          const ticked = ticks.get(subject)?.on ?? (mark === 'some' ? 'mixed' : mark === 'all');
          return (
            <li key={subject} className={styles.row}>
              <Checkbox checked={ticked} onChange={(_, { checked }) => tick(name, checked === true)}
                label={<span className={styles.label}>{category && <CategorySwatch color={category.color} />}{name}{list !== null && !category && <Text size={100} className={styles.quiet}>{texts.categories.notListed}</Text>}</span>} />
              {list !== null && !category && (
                <Button size="small" appearance="subtle" icon={<AddRegular />} aria-label={texts.categories.addToListOf(name)} title={texts.categories.addToListOf(name)}
                  onClick={() => void services.createCategory(name, 'none')} />
              )}
            </li>
          );
        })}
      </ul>
      {found.length === 0 && !reading && <Text size={200} className={styles.quiet}>{typed === '' ? texts.categories.empty : texts.categories.none}</Text>}
      {isNew && list === null && <Button size="small" appearance="subtle" className={styles.wide} icon={<AddRegular />} onClick={() => { tick(typed, true); setText(''); }}>{texts.categories.useAnyway(typed)}</Button>}
      {(list !== null || problem === null) && (
        <Button size="small" appearance="subtle" className={styles.wide} icon={<AddRegular />} onClick={() => setCreating(isNew ? typed : '')}>
          {isNew ? texts.categories.createNamed(typed) : texts.categories.create}
        </Button>
      )}
      <div className={styles.foot}>
        <Button size="small" appearance="primary" onClick={apply}>{texts.categories.apply}</Button>
        <Button size="small" onClick={onCancel}>{texts.categories.cancel}</Button>
      </div>
    </div>
  );
}
