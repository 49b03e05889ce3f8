import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ContactFolder, FolderId } from '#domain/contact';
import { isNameTaken } from '#domain/folderTree';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  input: { width: '100%', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = { readonly parent: ContactFolder; readonly onMade: (id: FolderId) => void; readonly onCancel: () => void };

/** Asks for the name of a new folder and makes it. No form of its own, since it may stand in one. */
export function NewFolder({ parent, onMade, onCancel }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const [name, setName] = useState('');
  const [shown, setShown] = useState(false);
  const isMaking = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const typed = name.trim();
  const fault = typed === '' ? texts.folders.nameNeeded : isNameTaken(folders, typed, parent.id) ? texts.folders.taken(typed) : null;

  const create = async () => {
    if (isMaking.current) return;
    if (fault !== null) {
      setShown(true);
      box.current?.querySelector('input')?.focus();
      return;
    }
    isMaking.current = true;
    onMade(await services.createFolder(typed, parent.id));
  };

  return (
    <div className={styles.box} ref={box} role="group" aria-label={texts.folders.newIn(parent.displayName)} onKeyDown={(event) => {
      if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
        event.preventDefault();
        void create();
      } else if (event.key === 'Escape') {
        event.stopPropagation();
        onCancel();
      }
    }}>
      <Field label={texts.folders.nameOfNew(parent.displayName)} {...(shown && fault !== null ? { validationState: 'error' as const, validationMessage: fault } : {})}>
        <Input autoFocus className={styles.input} value={name} maxLength={255} onChange={(_, { value }) => setName(value)} />
      </Field>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void create()}>{texts.folders.create}</Button>
        <Button onClick={onCancel}>{texts.folders.cancel}</Button>
      </div>
    </div>
  );
}
