import { Button, SearchBox, Text, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleRegular, PersonSearchRegular, SelectAllOffRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { everybody } from '#domain/browseQuery';
import type { BrowseQuery } from '#domain/browseQuery';
import type { Contact, ContactId } from '#domain/contact';
import type { BulkAction } from '../../bulkActions.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { keptOf, nobodyChosen, toggled, upTo } from '../../parts/selection.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useBrowse } from '../../useBrowse.ts';
import { useCell } from '../../useCell.ts';
import { BrowseFilters } from './BrowseFilters.tsx';
import type { BrowsePlace } from './browsePlace.ts';
import { rowHeight } from './ContactRow.tsx';
import { ContactRows } from './ContactRows.tsx';
import type { ContactRowsHandle } from './ContactRows.tsx';
import { SelectionBar } from './SelectionBar.tsx';

const useStyles = makeStyles({
  page: { gridRow: 2, display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr) auto', minHeight: 0, minWidth: 0 },
  head: { display: 'grid', gap: '8px', padding: '10px 16px 8px', minWidth: 0 },
  title: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  search: { width: '100%', maxWidth: 'none' },
  none: { display: 'grid', alignContent: 'start', justifyItems: 'center' },
});

/** So many rows are read at once; the window grows by whole blocks, so that little scrolling asks for nothing. */
const block = 50;

type Props = { readonly place: BrowsePlace; readonly actions: readonly BulkAction[]; readonly onOpen: (contact: Contact) => void };

/** All contacts, to look through, to search and to choose from. */
export function Browse({ place, actions, onOpen }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { language } = useCell(services.look);
  const { lastAt, phase } = useCell(services.sync);
  const version = useCell(services.contactsVersion);
  const [query, setQuery] = useState(() => place.now().query);
  const [range, setRange] = useState(() => blocksAround(Math.floor(place.now().scrollTop / rowHeight), 20));
  const [chosen, setChosen] = useState(nobodyChosen);
  const [choosing, setChoosing] = useState(false);
  const found = useBrowse(query, range.from, range.to);
  const [startTotal] = useState(() => place.now().total);
  const head = useRef<HTMLDivElement>(null);
  const rows = useRef<ContactRowsHandle>(null);
  const total = found?.total ?? startTotal;
  const isFiltered = query.text.trim() !== '' || query.folderId !== null || query.category !== 'any';

  useEffect(() => place.move({ query, total }), [place, query, total]);

  const ask = (next: BrowseQuery) => {
    setQuery(next);
    setRange(blocksAround(0, 20));
    rows.current?.toTop();
  };
  const toSearch = () => {
    const input = head.current?.querySelector('input');
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  };
  const clear = () => {
    setChosen(nobodyChosen);
    setChoosing(false);
  };

  // Who was deleted meanwhile, here or elsewhere, is not chosen any more.
  const size = chosen.ids.size;
  useEffect(() => {
    if (size === 0) return;
    let late = false;
    void services.idsOf(everybody).then((all) => { if (!late) setChosen((before) => keptOf(before, all)); });
    return () => { late = true; };
  }, [services, version, size]);

  const toggle = (id: ContactId, at: number) => {
    setChoosing(true);
    setChosen((before) => toggled(before, id, at));
  };
  const extend = (from: number, to: number) => {
    setChoosing(true);
    void services.idsOf(query).then((all) => setChosen((before) => upTo(before, all, from, to)));
  };
  const all = () => {
    setChoosing(true);
    void services.idsOf(query).then((ids) => setChosen((before) => ({ ids: new Set([...before.ids, ...ids]), anchor: before.anchor })));
  };

  const isReading = lastAt === null && phase === 'syncing';
  const status = found === null ? texts.browse.listing(0)
    : !found.isComplete ? texts.browse.listing(found.listed)
      : isReading ? texts.browse.reading(found.listed)
        : isFiltered ? texts.browse.hits(found.total) : texts.browse.count(found.total);

  return (
    <div className={styles.page}>
      <div className={styles.head} ref={head}>
        <div className={styles.title}>
          <Text as="h1" size={400} weight="semibold">{texts.browse.title}</Text>
          <ToggleButton size="small" appearance="subtle" icon={<SelectAllOffRegular />} checked={choosing} onClick={() => (choosing ? clear() : setChoosing(true))}>{texts.browse.choose}</ToggleButton>
        </div>
        <SearchBox className={styles.search} aria-label={texts.browse.search} placeholder={texts.browse.hint} value={query.text}
          onChange={(_, { value }) => ask({ ...query, text: value })}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' && total > 0) {
              event.preventDefault();
              rows.current?.focus();
            } else if (event.key === 'Enter' && found?.query === query && found.from === 0 && found.rows[0]) onOpen(found.rows[0]);
          }} />
        <BrowseFilters query={query} onChange={ask} />
        <Text size={200} className={styles.quiet} role="status">{status}</Text>
      </div>
      {found !== null && total === 0 && found.isComplete
        ? (
          <div className={styles.none}>
            {isFiltered
              ? (
                <>
                  <Empty icon={<PersonSearchRegular />} title={texts.browse.nobody} hint={isReading ? texts.people.stillReading : texts.browse.nobodyHint} />
                  <Button onClick={() => { ask(everybody); toSearch(); }}>{texts.browse.showAll}</Button>
                </>
              )
              : <Empty icon={<PeopleRegular />} title={isReading ? texts.browse.soon : texts.browse.empty} hint={isReading ? texts.browse.soonHint : texts.browse.emptyHint} />}
          </div>
        )
        : (
          <ContactRows handle={rows} place={place} total={total} found={found} text={query.text} language={language} chosen={chosen.ids} choosing={choosing}
            onRange={(first, count) => setRange((before) => (before.from <= Math.max(0, first - 10) && before.to >= first + count + 10 ? before : blocksAround(first, count)))}
            onOpen={onOpen} onToggle={toggle} onExtend={extend} onAll={all} onClear={clear} onType={toSearch} />
        )}
      {choosing && <SelectionBar ids={chosen.ids} total={total} actions={actions} onAll={all} onDone={clear} />}
    </div>
  );
}

/** The blocks around a stretch of rows, with one more on each side. */
function blocksAround(first: number, count: number): { readonly from: number; readonly to: number } {
  return { from: Math.max(0, (Math.floor(first / block) - 1) * block), to: (Math.ceil((first + count) / block) + 1) * block };
}
