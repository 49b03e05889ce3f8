import { Field, Select, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactFolder, FolderId } from '#domain/contact';
import { folderLines } from '#domain/folderTree';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';
import { NewFolder } from './NewFolder.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0 },
});

/** No folder has this id. */
const newFolder = '+';
/** A step into the tree; ordinary spaces are not kept in an option. */
const step = '\u2003';

type Props = {
  readonly label: string;
  /** Null for the default folder. */
  readonly value: FolderId | null;
  readonly onChange: (id: FolderId) => void;
  /** Left out where a folder cannot be chosen. */
  readonly offers?: (folder: ContactFolder) => boolean;
  readonly hint?: string;
  /** What is wrong with the choice. */
  readonly fault?: string;
  readonly autoFocus?: boolean;
};

/** One of the folders, shown as they lie in each other, or a new one below the one that is chosen. */
export function FolderPicker({ label, value, onChange, offers, hint, fault, autoFocus = false }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const [isMaking, setIsMaking] = useState(false);
  const lines = folderLines(folders).filter(({ folder }) => offers?.(folder) ?? true);
  const chosen = folders.find(({ id }) => id === value) ?? folders.find(({ isDefault }) => isDefault) ?? lines[0]?.folder;

  return (
    <div className={styles.box}>
      <Field label={label} {...(hint === undefined ? {} : { hint })} {...(fault === undefined ? {} : { validationState: 'error' as const, validationMessage: fault })}>
        <Select className={styles.select} autoFocus={autoFocus} value={isMaking ? newFolder : chosen?.id ?? ''}
          onChange={(_, { value: id }) => {
            setIsMaking(id === newFolder);
            if (id !== newFolder) onChange(id);
          }}>
          {lines.map(({ folder, depth }) => <option key={folder.id} value={folder.id}>{`${step.repeat(depth)}${folder.displayName}`}</option>)}
          {chosen !== undefined && <option value={newFolder}>{texts.folders.newFolder}</option>}
        </Select>
      </Field>
      {isMaking && chosen !== undefined && (
        <NewFolder parent={chosen} onCancel={() => setIsMaking(false)} onMade={(id) => {
          setIsMaking(false);
          onChange(id);
        }} />
      )}
    </div>
  );
}
