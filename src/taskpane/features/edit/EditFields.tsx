import { Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactFolder, FolderId } from '#domain/contact';
import { useTexts } from '../../text/TextContext.ts';
import { useEdit } from './EditContext.ts';
import { FieldGroupBody } from './FieldGroupBody.tsx';
import { filledGroups, openGroups } from './fieldGroups.ts';
import type { GroupKey } from './fieldGroups.ts';
import { FoldedGroups } from './FoldedGroups.tsx';
import { useEditStyles } from './useEditStyles.ts';

type Props = {
  /** Groups that hold something to mend: they are open whatever the person folded. */
  readonly faulty: readonly GroupKey[];
  /** The field that is looked for. */
  readonly word: string;
  readonly onWord: (word: string) => void;
  readonly folder: { readonly folders: readonly ContactFolder[]; readonly value: FolderId | null; readonly onChange: (id: FolderId | null) => void } | null;
};

/**
 * The fields, grouped as Outlook's own form groups them: first what nearly everybody has, then the rest, folded where
 * nothing is in it. Which property stands in which group says `fieldGroups.ts`.
 */
export function EditFields({ faulty, word, onWord, folder }: Props) {
  const { state } = useEdit();
  const texts = useTexts();
  const styles = useEditStyles();
  const [open, setOpen] = useState<readonly GroupKey[]>(() => filledGroups(state.fields));

  return (
    <>
      {openGroups.map((group) => (
        <section key={group.key} className={styles.stack} aria-label={texts.edit.group[group.key]}>
          <Text as="h2" size={300} weight="semibold">{texts.edit.group[group.key]}</Text>
          <FieldGroupBody fields={group.fields} />
        </section>
      ))}
      {folder && folder.folders.length > 1 && (
        <Field label={texts.fields.folder}>
          <Select value={folder.value ?? ''} onChange={(_, { value }) => folder.onChange(value === '' ? null : value)}>
            {folder.folders.map((one) => <option key={one.id} value={one.isDefault ? '' : one.id}>{one.displayName}</option>)}
          </Select>
        </Field>
      )}
      <FoldedGroups open={[...new Set([...open, ...faulty])]} onOpen={setOpen} word={word} onWord={onWord} />
    </>
  );
}
