import { Menu, MenuButton, MenuDivider, MenuGroup, MenuGroupHeader, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, SearchBox, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSortRegular } from '@fluentui/react-icons';
import type { KeyboardEvent } from 'react';
import { useTexts } from '../../text/TextContext.ts';
import { counts } from './rollCall.ts';
import type { Entry } from './rollCall.ts';
import type { GroupBy, RollView, SortBy, Trait } from './rollView.ts';

const useStyles = makeStyles({
  chips: {
    display: 'flex', flexWrap: 'wrap', gap: '4px',
    // In a low pane they stand in one line, which scrolls: the list needs the room.
    '@media (max-height: 640px)': { flexWrap: 'nowrap', overflowX: 'auto', scrollbarWidth: 'none', marginInline: '-16px', padding: '2px 16px' },
  },
  chip: { minWidth: 'auto', fontWeight: tokens.fontWeightRegular, paddingInline: '8px', flexShrink: 0, whiteSpace: 'nowrap' },
  search: { width: '100%', maxWidth: 'none' },
});

const sorts: readonly SortBy[] = ['item', 'name', 'verdict', 'company', 'domain'];
const groups: readonly GroupBy[] = ['none', 'company', 'domain'];
/** Fewer are seen at a glance. */
const searchFrom = 11;

type Props = {
  readonly entries: readonly Entry[];
  readonly view: RollView;
  readonly onChange: (view: RollView) => void;
  /** From the search box down into the list. */
  readonly onDown: () => void;
};

/** Who is shown: by verdict, each with how many there are, and by what is typed. */
export function RollFilters({ entries, view, onChange, onDown }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  // Oneself is one and always there.
  const there = counts(entries).filter(({ trait }) => trait !== 'self');
  // What is filtered by stays in sight when nobody is left of it, as when those who were looked for are found.
  const chips = [...there, ...view.only.filter((one) => !there.some(({ trait }) => trait === one)).map((trait) => ({ trait, count: 0 }))];
  const toggle = (trait: Trait) => onChange({ ...view, only: view.only.includes(trait) ? view.only.filter((one) => one !== trait) : [...view.only, trait] });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onDown();
  };
  return (
    <>
      {(chips.length > 1 || view.only.length > 0) && (
        <div className={styles.chips} role="group" aria-label={texts.rollCall.only}>
          {chips.map(({ trait, count }) => (
            <ToggleButton key={trait} className={styles.chip} size="small" shape="circular" appearance="outline" checked={view.only.includes(trait)}
              onClick={() => toggle(trait)}>{texts.rollCall.trait[trait]} {count.toLocaleString('en')}</ToggleButton>
          ))}
        </div>
      )}
      {entries.length >= searchFrom && (
        <SearchBox className={styles.search} size="small" aria-label={texts.rollCall.filter} placeholder={texts.rollCall.filterHint} value={view.text}
          onChange={(_, { value }) => onChange({ ...view, text: value })} onKeyDown={onKeyDown} />
      )}
    </>
  );
}

/** In which order, and under which headings. */
export function ArrangeMenu({ view, onChange }: Pick<Props, 'view' | 'onChange'>) {
  const texts = useTexts();
  return (
    <Menu checkedValues={{ sort: [view.sort], group: [view.group] }}
      onCheckedValueChange={(_, { name, checkedItems: [value] }) => {
        const sort = sorts.find((one) => name === 'sort' && one === value);
        const group = groups.find((one) => name === 'group' && one === value);
        onChange({ ...view, ...(sort ? { sort } : {}), ...(group ? { group } : {}) });
      }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<ArrowSortRegular />} menuIcon={null} aria-label={texts.rollCall.arrange} title={texts.rollCall.arrange} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{texts.rollCall.sortBy}</MenuGroupHeader>
            {sorts.map((sort) => <MenuItemRadio key={sort} name="sort" value={sort}>{texts.rollCall.sort[sort]}</MenuItemRadio>)}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{texts.rollCall.groupBy}</MenuGroupHeader>
            {groups.map((group) => <MenuItemRadio key={group} name="group" value={group}>{texts.rollCall.group[group]}</MenuItemRadio>)}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
