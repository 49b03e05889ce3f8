import { Select, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { BrowseQuery } from '#domain/browseQuery';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  filters: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '8px' },
  select: { minWidth: 0 },
});

type Props = { readonly query: BrowseQuery; readonly onChange: (query: BrowseQuery) => void };

/** In which folder, with which category. */
export function BrowseFilters({ query, onChange }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const version = useCell(services.contactsVersion);
  const [categories, setCategories] = useState<readonly string[]>([]);
  const { category } = query;
  const wanted = typeof category === 'string' ? null : category.name;

  useEffect(() => {
    let late = false;
    void services.categoriesInUse().then((names) => { if (!late) setCategories(names); });
    return () => { late = true; };
  }, [services, version]);

  // What is filtered by stays in the list, though nobody may carry it any more.
  const names = wanted === null || categories.includes(wanted) ? categories : [...categories, wanted];
  return (
    <div className={styles.filters}>
      <Select size="small" className={styles.select} aria-label={texts.fields.folder} value={query.folderId ?? ''}
        onChange={(_, { value }) => onChange({ ...query, folderId: value === '' ? null : value })}>
        <option value="">{texts.browse.allFolders}</option>
        {folders.map(({ id, displayName }) => <option key={id} value={id}>{displayName}</option>)}
      </Select>
      {/* Names are marked, so that none can be taken for the two that are none. */}
      <Select size="small" className={styles.select} aria-label={texts.browse.category} value={wanted === null ? String(category) : `=${wanted}`}
        onChange={(_, { value }) => onChange({ ...query, category: value.startsWith('=') ? { name: value.slice(1) } : value === 'none' ? 'none' : 'any' })}>
        <option value="any">{texts.browse.anyCategory}</option>
        <option value="none">{texts.browse.noCategory}</option>
        {names.map((name) => <option key={name} value={`=${name}`}>{name}</option>)}
      </Select>
    </div>
  );
}
