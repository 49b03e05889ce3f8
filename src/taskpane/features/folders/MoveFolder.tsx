import { Button, Text, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ContactFolder, FolderId } from '#domain/contact';
import { foldersIn, isNameTaken } from '#domain/folderTree';
import { FolderPicker } from '../../parts/FolderPicker.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Puts a folder, with all that is in it, below another one. Unlike contacts, Graph can move folders. */
export function MoveFolder({ folder, onDone }: { readonly folder: ContactFolder; readonly onDone: () => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const isSent = useRef(false);
  // Not into itself, nor into what lies in it.
  const barred = new Set([folder.id, ...foldersIn(folders, folder.id).map(({ id }) => id)]);
  const [into, setInto] = useState<FolderId>(() => folders.find(({ id }) => id === folder.parentFolderId)?.id ?? folders.find(({ isDefault }) => isDefault)?.id ?? '');
  const isThere = into === folder.parentFolderId;
  const isTaken = !isThere && isNameTaken(folders, folder.displayName, into, folder.id);

  const move = async () => {
    if (isThere || isTaken || into === '' || isSent.current) return;
    isSent.current = true;
    await services.moveFolder(folder, into);
    onDone();
  };

  return (
    <div className={styles.box} role="group" aria-label={texts.folders.moveOf(folder.displayName)} onKeyDown={(event) => { if (event.key === 'Escape') onDone(); }}>
      <Text weight="semibold">{texts.folders.moveOf(folder.displayName)}</Text>
      <FolderPicker autoFocus label={texts.folders.moveTo} value={into} onChange={setInto} offers={({ id }) => !barred.has(id)}
        {...(isThere ? { hint: texts.folders.isThere } : isTaken ? { fault: texts.folders.takenThere(folder.displayName) } : {})} />
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={isThere || isTaken} onClick={() => void move()}>{texts.folders.moveGo}</Button>
        <Button onClick={onDone}>{texts.folders.cancel}</Button>
      </div>
    </div>
  );
}
