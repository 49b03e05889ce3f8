import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, TagRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { everybody } from '#domain/browseQuery';
import { categorySubject } from '#domain/change';
import { Empty } from '../../parts/Empty.tsx';
import { NewCategory } from '../../parts/NewCategory.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { askedToWrite, categoryNamed, useCategories } from '../../parts/useCategories.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { CategoryRow } from './CategoryRow.tsx';
import { UnlistedRow } from './UnlistedRow.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', padding: '12px 16px 16px' },
  head: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '8px' },
  list: { display: 'grid', gap: '2px', listStyleType: 'none', margin: 0, padding: 0 },
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The mailbox's categories, who carries each, and all that can be done with them. */
export function Categories({ onShow }: { readonly onShow: (category: string) => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { list, reading, problem } = useCategories({ refresh: true });
  const counts = useCategoryCounts();
  const isPartial = useCell(services.sync).lastAt === null;
  const [creating, setCreating] = useState(false);
  const countOf = (name: string) => counts?.get(categorySubject(name))?.count ?? 0;
  const unlisted = [...counts?.values() ?? []].filter(({ name }) => categoryNamed(list, name) === null);

  return (
    <section className={styles.page} aria-label={texts.categories.title}>
      <div className={styles.head}>
        <Text as="h1" size={400} weight="semibold">{texts.categories.title}</Text>
        {list !== null && !creating && <Button size="small" icon={<AddRegular />} onClick={() => setCreating(true)}>{texts.categories.create}</Button>}
      </div>
      {creating && <NewCategory onDone={() => setCreating(false)} />}
      {problem !== null && (
        <>
          <Trouble problem={askedToWrite(problem)} retry={() => void services.categories.refresh()} />
          {list === null && <Text size={200} className={styles.quiet}>{texts.categories.withoutListPage} {texts.categories.withoutList}</Text>}
        </>
      )}
      {reading && list === null && <Spinner size="tiny" label={texts.categories.reading} />}
      {isPartial && <Text size={200} className={styles.quiet} role="status">{texts.categories.partial}</Text>}
      {list !== null && list.length > 0 && (
        <ul className={styles.list} aria-label={texts.categories.title}>
          {list.map((category) => (
            <CategoryRow key={categorySubject(category.displayName)} category={category} count={countOf(category.displayName)} taken={list} onShow={onShow} />
          ))}
        </ul>
      )}
      {list?.length === 0 && unlisted.length === 0 && !creating && <Empty level={2} icon={<TagRegular />} title={texts.categories.empty} hint="" />}
      {unlisted.length > 0 && (
        <section className={styles.group} aria-label={list === null ? texts.categories.inUse : texts.categories.unlisted}>
          <Text as="h2" size={300} weight="semibold">{list === null ? texts.categories.inUse : texts.categories.unlisted}</Text>
          {list !== null && <Text size={200} className={styles.quiet}>{texts.categories.unlistedHint}</Text>}
          <ul className={styles.list}>
            {unlisted.map(({ name, count }) => <UnlistedRow key={categorySubject(name)} name={name} count={count} canAdd={list !== null} onShow={onShow} />)}
          </ul>
        </section>
      )}
    </section>
  );
}

/** How many contacts carry each category, by the name as Outlook compares it; null until counted. */
function useCategoryCounts(): ReadonlyMap<string, { readonly name: string; readonly count: number }> | null {
  const services = useServices();
  const version = useCell(services.contactsVersion);
  const [counts, setCounts] = useState<ReadonlyMap<string, { name: string; count: number }> | null>(null);
  useEffect(() => {
    let late = false;
    void services.categoriesInUse()
      .then((names) => Promise.all(names.map(async (name) => ({ name, count: (await services.idsOf({ ...everybody, category: { name } })).length }))))
      .then((all) => { if (!late) setCounts(new Map(all.map((one) => [categorySubject(one.name), one]))); });
    return () => { late = true; };
  }, [services, version]);
  return counts;
}
