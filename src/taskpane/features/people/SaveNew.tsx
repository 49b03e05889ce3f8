import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, PeopleAddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { draftFromPerson } from '#domain/contactDraft';
import type { PersonOnItem } from '#domain/personOnItem';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { plainly, SaveOptions } from './SaveOptions.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', gap: '4px' },
  wide: { flexGrow: 1 },
  panel: { display: 'grid', gap: '8px', padding: '8px', minWidth: 0, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = {
  readonly people: readonly PersonOnItem[];
  readonly onGoOver: (people: readonly PersonOnItem[]) => void;
  /** They are on their way. */
  readonly onSaved?: () => void;
};

/** Saves everybody given in one click, or with folder and categories for all, or after a look at each. */
export function SaveNew({ people, onGoOver, onSaved }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(plainly);

  const save = () => {
    setOpen(false);
    void services.createMany(people.map((person) => ({ fields: { ...draftFromPerson(person), categories: value.categories }, folderId: value.folderId })));
    setValue(plainly);
    onSaved?.();
  };
  if (open) {
    return (
      <div className={styles.panel} role="group" aria-label={texts.rollCall.withTitle(people.length)}>
        <Text weight="semibold">{texts.rollCall.withTitle(people.length)}</Text>
        <SaveOptions value={value} onChange={setValue} />
        <div className={styles.buttons}>
          <Button size="small" appearance="primary" onClick={save}>{texts.rollCall.save}</Button>
          <Button size="small" onClick={() => { setOpen(false); setValue(plainly); }}>{texts.rollCall.cancel}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.line}>
      <Button className={styles.wide} size="small" appearance="primary" icon={<PeopleAddRegular />} onClick={save}>{texts.rollCall.saveNew(people.length)}</Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" appearance="primary" icon={<ChevronDownRegular />} menuIcon={null} aria-label={texts.rollCall.saveHow} title={texts.rollCall.saveHow} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => setOpen(true)}>{texts.rollCall.saveWith}</MenuItem>
            <MenuItem onClick={() => onGoOver(people)}>{texts.rollCall.goOver}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
