import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, Text, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { PersonOnItem } from '#domain/personOnItem';
import type { BulkAction } from '../../bulkActions.tsx';
import { AddressButtons } from '../../parts/AddressButtons.tsx';
import { BulkButtons } from '../../parts/BulkButtons.tsx';
import { namedLook } from '../../parts/namedLook.ts';
import { useTexts } from '../../text/TextContext.ts';
import { counts, has } from './rollCall.ts';
import type { Entry } from './rollCall.ts';
import { SaveNew } from './SaveNew.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'grid', gap: '2px', padding: '4px 16px', minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2,
  },
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto auto', alignItems: 'center', gap: '4px' },
  count: { overflowWrap: 'anywhere' },
  choose: { minWidth: 'auto' },
  // One line of icons, with their names in tooltips: what they are for is the list above.
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 4px', marginInline: '-4px' },
  within: { display: 'contents' },
  divider: { width: '1px', height: '20px', marginInline: '4px', backgroundColor: tokens.colorNeutralStroke1 },
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
  const inPart = known.length > 0 && known.length < chosen.length;
  return (
    <div className={styles.bar} role="group" aria-label={texts.rollCall.chosen(chosen.length)}>
      <div className={styles.line}>
        <Text className={styles.count} role="status">
          <b>{texts.rollCall.chosen(chosen.length)}</b>{inPart ? ` · ${texts.rollCall.inContacts(known.length)}` : ''}
        </Text>
        <Menu>
          <MenuTrigger disableButtonEnhancement><MenuButton size="small" appearance="subtle" className={styles.choose}>{texts.rollCall.chooseBy}</MenuButton></MenuTrigger>
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
        <Button size="small" {...namedLook(texts.rollCall.done, true)} icon={<DismissRegular />} onClick={onDone} />
      </div>
      {fresh.length > 0 && <SaveNew people={fresh} onGoOver={onGoOver} onSaved={onDone} />}
      {chosen.length > 0 && (
        <div className={styles.acts}>
          {known.length > 0 && (
            <div className={styles.within} role="group" aria-label={texts.rollCall.contacts(known.length)}>
              <BulkButtons bare actions={actions} count={known.length} contacts={() => Promise.resolve(known)} onDone={onDone} />
              <span className={styles.divider} />
            </div>
          )}
          <AddressButtons bare disabled={false} addresses={() => Promise.resolve(chosen.map(({ row }) => row.person.address.trim()))} />
        </div>
      )}
    </div>
  );
}
