import { Button, Text, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { PersonSearchRegular, SelectAllOffRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PersonRow } from '#app/lookUpPeople';
import { draftFromPerson } from '#domain/contactDraft';
import type { OpenItem, PersonOnItem } from '#domain/personOnItem';
import type { BulkAction } from '../../bulkActions.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { RowList } from '../../parts/RowList.tsx';
import type { RowListHandle } from '../../parts/RowList.tsx';
import { keptOf, nobodyChosen, toggled, upTo } from '../../parts/selection.ts';
import { useUnsaved } from '../../parts/unsaved.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { CutNotice } from './CutNotice.tsx';
import { countPeople } from './peopleOrder.ts';
import { RollBar } from './RollBar.tsx';
import { entriesOf, shown } from './rollCall.ts';
import type { Entry } from './rollCall.ts';
import { plainView } from './rollView.ts';
import type { RollView } from './rollView.ts';
import type { RollCallPlace } from './rollCallPlace.ts';
import { ArrangeMenu, RollFilters } from './RollFilters.tsx';
import { RollRow, rollRowHeight } from './RollRow.tsx';
import { SaveNew } from './SaveNew.tsx';

const useStyles = makeStyles({
  // Four rows stay in sight in a low pane, too: what is below them then scrolls with the page.
  page: { gridRow: 2, display: 'grid', gridTemplateRows: `auto auto minmax(${4 * rollRowHeight}px, 1fr) auto`, minHeight: 0, minWidth: 0 },
  // The notice above may be missing, the bar below too: each part has its own row.
  head: { gridRow: 2, display: 'grid', gap: '8px', padding: '10px 16px 8px', minWidth: 0, '@media (max-height: 640px)': { gap: '4px', padding: '4px 16px' } },
  title: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto auto', alignItems: 'center', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { gridRow: 3, display: 'grid', gridTemplateRows: 'minmax(0, 1fr)', minHeight: 0, minWidth: 0 },
  bar: { gridRow: 4, minWidth: 0 },
  none: { display: 'grid', alignContent: 'start', justifyItems: 'center' },
});

type Props = {
  readonly item: OpenItem;
  readonly rows: readonly PersonRow[];
  readonly place: RollCallPlace;
  readonly actions: readonly BulkAction[];
  readonly onOpen: (row: PersonRow) => void;
  readonly onGoOver: (people: readonly PersonOnItem[]) => void;
};

/** Everybody on the item, to look through, to choose from, and to save in one go. */
export function RollCall({ item, rows, place, actions, onOpen, onGoOver }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { language } = useCell(services.look);
  const folders = useCell(services.folders);
  const { list: categories } = useCell(services.categories.state);
  const [view, setView] = useState(() => place.now().view);
  const [selection, setSelection] = useState(() => place.now().chosen);
  const [choosing, setChoosing] = useState(() => place.now().choosing);
  const list = useRef<RowListHandle>(null);
  const head = useRef<HTMLDivElement>(null);

  const unsaved = useUnsaved();
  const entries = useMemo(() => entriesOf(rows, unsaved), [rows, unsaved]);
  const hasCategories = entries.some(({ row: { verdict } }) => verdict.kind === 'known' && verdict.contact.categories.length > 0);
  useEffect(() => { if (hasCategories) void services.categories.ensureRead(); }, [services, hasCategories]);
  const { entries: here, sections } = useMemo(() => shown(entries, view, language), [entries, view, language]);
  const titled = useMemo(() => sections.map(({ title, count }) => ({ title: texts.rollCall.section(title || texts.rollCall.noGroup, count), count })), [sections, texts]);
  // Who was taken off the draft meanwhile is not chosen any more.
  const chosen = useMemo(() => keptOf(selection, entries.map(({ row }) => row.id)), [selection, entries]);
  const chosenEntries = useMemo(() => entries.filter(({ row }) => chosen.ids.has(row.id)), [entries, chosen]);
  useEffect(() => place.move({ view, chosen, choosing }), [place, view, chosen, choosing]);

  const count = countPeople(rows, unsaved);
  const isFiltered = view.only.length > 0 || view.text.trim() !== '';
  const arrange = (next: RollView) => {
    setView(next);
    list.current?.toTop();
  };
  const choose = (next: (before: typeof selection) => typeof selection) => {
    setChoosing(true);
    setSelection((before) => next(keptOf(before, entries.map(({ row }) => row.id))));
  };
  const add = (more: readonly Entry[]) => choose(({ ids, anchor }) => ({ ids: new Set([...ids, ...more.map(({ row }) => row.id)]), anchor }));
  const exactly = (those: readonly Entry[]) => choose(() => ({ ids: new Set(those.map(({ row }) => row.id)), anchor: null }));
  const saveOne = useCallback((person: PersonOnItem) => void services.create(draftFromPerson(person), null), [services]);
  const clear = () => {
    setSelection(nobodyChosen);
    setChoosing(false);
  };
  const goOver = (some: readonly PersonOnItem[]) => {
    clear();
    place.move({ chosen: nobodyChosen, choosing: false });
    onGoOver(some);
  };

  return (
    <div className={styles.page}>
      <CutNotice item={item} />
      <div className={styles.head} ref={head}>
        <div className={styles.title}>
          <Text as="h1" size={400} weight="semibold">{texts.itemKind[item.kind]}</Text>
          <ArrangeMenu view={view} onChange={arrange} />
          <ToggleButton size="small" appearance="subtle" icon={<SelectAllOffRegular />} checked={choosing} onClick={() => (choosing ? clear() : setChoosing(true))}>{texts.rollCall.choose}</ToggleButton>
        </div>
        <Text size={200} className={styles.quiet} role="status">{isFiltered ? texts.rollCall.shown(here.length, count.people) : texts.people.summary(count)}</Text>
        <RollFilters entries={entries} view={view} onChange={arrange} onDown={() => list.current?.focus()} />
        {!choosing && count.fresh > 1 && <SaveNew people={entries.filter(({ mark }) => mark === 'fresh').map(({ row }) => row.person)} onGoOver={goOver} />}
      </div>
      <div className={styles.list}>
        {here.length === 0
          ? (
            <div className={styles.none}>
              <Empty icon={<PersonSearchRegular />} title={texts.rollCall.nobody} hint="" />
              <Button onClick={() => arrange({ ...view, only: plainView.only, text: plainView.text })}>{texts.rollCall.showAll}</Button>
            </div>
          )
          : (
            <RowList handle={list} place={place} name="person-row" label={texts.itemKind[item.kind]} rowHeight={rollRowHeight} total={here.length} sections={titled} choosing={choosing}
              row={(props) => {
                const entry = here[props.at];
                return entry && (
                  <RollRow key={entry.row.id} {...props} entry={entry} unsaved={unsaved} folders={folders} categories={categories} choosing={choosing} isChosen={chosen.ids.has(entry.row.id)}
                    onSave={saveOne} />
                );
              }}
              onOpen={(at) => { const entry = here[at]; if (entry) onOpen(entry.row); }}
              onToggle={(at) => { const entry = here[at]; if (entry) choose((before) => toggled(before, entry.row.id, at)); }}
              onExtend={(from, to) => choose((before) => upTo(before, here.map(({ row }) => row.id), from, to))}
              onAll={() => add(here)} onClear={clear} onType={() => head.current?.querySelector('input')?.focus()} />
          )}
      </div>
      {choosing && <div className={styles.bar}><RollBar all={entries} shown={here} chosen={chosenEntries} actions={actions} onChoose={exactly} onGoOver={goOver} onDone={clear} /></div>}
    </div>
  );
}
