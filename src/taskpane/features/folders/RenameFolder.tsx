import { Button, Field, Input, Text, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ContactFolder } from '#domain/contact';
import { isNameTaken } from '#domain/folderTree';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  input: { width: '100%', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Asks for another name; a taken one is told before anything is sent. */
export function RenameFolder({ folder, onDone }: { readonly folder: ContactFolder; readonly onDone: () => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const [name, setName] = useState(folder.displayName);
  const [shown, setShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isSent = useRef(false);
  const typed = name.trim();
  const fault = typed === '' ? texts.folders.nameNeeded : isNameTaken(folders, typed, folder.parentFolderId, folder.id) ? texts.folders.taken(typed) : null;

  const rename = async () => {
    if (isSent.current) return;
    if (fault !== null) {
      setShown(true);
      form.current?.querySelector('input')?.focus();
      return;
    }
    isSent.current = true;
    if (typed !== folder.displayName) await services.renameFolder(folder, typed);
    onDone();
  };

  return (
    <form ref={form} className={styles.form} noValidate aria-label={texts.folders.renameOf(folder.displayName)}
      onSubmit={(event) => { event.preventDefault(); void rename(); }} onKeyDown={(event) => { if (event.key === 'Escape') onDone(); }}>
      <Text weight="semibold">{texts.folders.renameOf(folder.displayName)}</Text>
      <Field label={texts.folders.newName} {...(shown && fault !== null ? { validationState: 'error' as const, validationMessage: fault } : {})}>
        <Input autoFocus className={styles.input} value={name} maxLength={255} onChange={(_, { value }) => setName(value)} />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">{texts.folders.renameGo}</Button>
        <Button onClick={onDone}>{texts.folders.cancel}</Button>
      </div>
    </form>
  );
}
