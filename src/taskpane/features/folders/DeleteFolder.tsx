import { Button, Spinner, Text, makeStyles } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { isLocalId } from '#domain/change';
import type { Contact, ContactFolder, FolderId } from '#domain/contact';
import { foldersIn } from '#domain/folderTree';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  left: { justifyContent: 'start' },
});

type Known = {
  readonly contacts: readonly Contact[];
  /** What Graph counts in each folder and does not show; null when it could not be asked. */
  readonly lists: ReadonlyMap<FolderId, number> | null;
};

/** Says what goes with a folder before it is deleted: folders in it, contacts, and lists that only Outlook shows. */
export function DeleteFolder({ folder, onDone }: { readonly folder: ContactFolder; readonly onDone: () => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const { phase, lastAt } = useCell(services.sync);
  const [{ before, inside }] = useState(() => ({ before: services.sync.get().lastAt, inside: foldersIn(folders, folder.id) }));
  const [known, setKnown] = useState<Known | null>(null);
  const isSent = useRef(false);

  // A contact this device has not heard of yet must not be taken for a list.
  useEffect(() => services.refresh(), [services]);
  const isFresh = lastAt !== before;
  const isStuck = phase === 'troubled';
  const canCount = isFresh || isStuck;

  useEffect(() => {
    if (!canCount) return;
    let late = false;
    const ids = [folder.id, ...inside.map(({ id }) => id)];
    void (async () => {
      const [contacts, counted] = await Promise.all([services.contactsIn(ids), isFresh ? services.countIn(ids.filter((id) => !isLocalId(id))) : null]);
      if (late) return;
      setKnown({ contacts, lists: counted?.ok ? listsIn(counted.value, contacts) : null });
    })();
    return () => { late = true; };
  }, [services, folder, inside, canCount, isFresh]);

  const remove = async () => {
    if (known === null || isSent.current) return;
    isSent.current = true;
    await services.deleteFolder(folder, known.contacts, inside, known.lists ?? new Map());
    onDone();
  };
  const lists = [...known?.lists?.values() ?? []].reduce((sum, n) => sum + n, 0);

  return (
    <div className={styles.box} role="group" aria-label={texts.folders.removeOf(folder.displayName)} onKeyDown={(event) => { if (event.key === 'Escape') onDone(); }}>
      <Text weight="semibold">{texts.folders.removeOf(folder.displayName)}</Text>
      {known === null ? <Spinner size="tiny" className={styles.left} label={texts.folders.counting} /> : (
        <div className={styles.box} role="status">
          <Text size={200}>{inside.length + known.contacts.length === 0 ? texts.folders.empty : texts.folders.goes(inside.length, known.contacts.length)}</Text>
          {lists > 0 && <Text size={200} weight="semibold">{texts.folders.lists(lists)}</Text>}
          {known.lists === null && <Text size={200}>{texts.folders.notCounted}</Text>}
        </div>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" icon={<DeleteRegular />} disabledFocusable={known === null} onClick={() => void remove()}>{texts.folders.removeGo}</Button>
        <Button autoFocus onClick={onDone}>{texts.folders.cancel}</Button>
      </div>
    </div>
  );
}

/** What is counted beyond the contacts that can be seen; one that is on its way there or away makes no list. */
function listsIn(counts: ReadonlyMap<FolderId, number>, contacts: readonly Contact[]): ReadonlyMap<FolderId, number> {
  return new Map([...counts].map(([id, count]) => [id, Math.max(0, count - contacts.filter((one) => one.parentFolderId === id && !isLocalId(one.id)).length)]));
}
