import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { PersonOnItem } from '#domain/personOnItem';
import type { BulkAction } from '../../bulkActions.tsx';
import { AddressButtons } from '../../parts/AddressButtons.tsx';
import { BulkButtons } from '../../parts/BulkButtons.tsx';
import { useTexts } from '../../text/TextContext.ts';
import { counts, has } from './rollCall.ts';
import type { Entry } from './rollCall.ts';
import { SaveNew } from './SaveNew.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'grid', gap: '6px', padding: '8px 16px', minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  count: { flexGrow: 1 },
});

type Props = {
  readonly all: readonly Entry[];
  /** Those in sight, of whom "everybody" chooses. */
  readonly shown: readonly Entry[];
  readonly chosen: readonly Entry[];
  readonly actions: readonly BulkAction[];
  /** These and nobody else. */
  readonly onChoose: (entries: readonly Entry[]) => void;
  readonly onGoOver: (people: readonly PersonOnItem[]) => void;
  readonly onDone: () => void;
};

/** How many are chosen, whom one can choose at once, and what can be done: with the new ones, with the known ones, with all. */
export function RollBar({ all, shown, chosen, actions, onChoose, onGoOver, onDone }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const fresh = chosen.filter((entry) => entry.mark === 'fresh').map((entry) => entry.row.person);
  const known = chosen.flatMap(({ row: { verdict } }) => (verdict.kind === 'known' ? [verdict.contact] : []));
  return (
    <div className={styles.bar} role="group" aria-label={texts.rollCall.chosen(chosen.length)}>
      <div className={styles.line}>
        <Text className={styles.count} weight="semibold" role="status">{texts.rollCall.chosen(chosen.length)}</Text>
        <Menu>
          <MenuTrigger disableButtonEnhancement><MenuButton size="small" appearance="subtle">{texts.rollCall.chooseBy}</MenuButton></MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => onChoose(shown)}>{texts.rollCall.chooseAll(shown.length)}</MenuItem>
              {counts(all).filter(({ trait }) => trait !== 'self').map(({ trait, count }) => (
                <MenuItem key={trait} onClick={() => onChoose(all.filter((entry) => has(entry, trait)))}>
                  {texts.rollCall.chooseTrait(texts.rollCall.trait[trait], count)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <Button size="small" appearance="subtle" onClick={onDone}>{texts.rollCall.done}</Button>
      </div>
      {fresh.length > 0 && <SaveNew people={fresh} onGoOver={onGoOver} onSaved={onDone} />}
      {known.length > 0 && (
        <div role="group" aria-label={texts.rollCall.contacts(known.length)}>
          {known.length < chosen.length && <Text size={200}>{texts.rollCall.contacts(known.length)}</Text>}
          <BulkButtons actions={actions} count={known.length} contacts={() => Promise.resolve(known)} onDone={onDone} />
        </div>
      )}
      {chosen.length > 0 && <AddressButtons disabled={false} addresses={() => Promise.resolve(chosen.map(({ row }) => row.person.address.trim()))} />}
    </div>
  );
}
