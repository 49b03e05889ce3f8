import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Contact, FolderId } from '#domain/contact';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';
import { FolderPicker } from './FolderPicker.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', padding: '12px', borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`, overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = { readonly contacts: readonly Contact[]; readonly onDone: (moved: boolean) => void };

/** Asks where contacts shall go, says beforehand what gets lost on the way, and moves them. */
export function MoveContacts({ contacts, onDone }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const isMoving = useRef(false);
  const own = contacts.every((contact) => contact.parentFolderId === contacts[0]?.parentFolderId) ? contacts[0]?.parentFolderId : undefined;
  // What it starts with is a place to go to, not the one where they are.
  const [chosen, setChosen] = useState<FolderId | null>(() => folders.find(({ id }) => id !== own)?.id ?? null);
  const target = chosen ?? folders.find(({ isDefault }) => isDefault)?.id ?? null;
  const there = contacts.filter((contact) => contact.parentFolderId === target).length;
  const all = there === contacts.length;

  const move = async () => {
    if (target === null || all || isMoving.current) return;
    isMoving.current = true;
    await services.move(contacts, target);
    onDone(true);
  };

  return (
    <div className={styles.box} role="group" aria-label={texts.moving.title(contacts.length)} onKeyDown={(event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        onDone(false);
      }
    }}>
      <Text weight="semibold">{texts.moving.title(contacts.length)}</Text>
      <FolderPicker autoFocus label={texts.moving.to} value={chosen} onChange={setChosen}
        {...(all ? { hint: texts.moving.there } : there > 0 ? { hint: texts.moving.someThere(there) } : {})} />
      <Text size={200}>{texts.moving.loses}</Text>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={all || target === null} onClick={() => void move()}>{texts.moving.go}</Button>
        <Button onClick={() => onDone(false)}>{texts.moving.keep}</Button>
      </div>
    </div>
  );
}
