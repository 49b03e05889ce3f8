import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { FolderId } from '#domain/contact';
import { FolderPicker } from '../../parts/FolderPicker.tsx';
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
  /** Where a new one goes; null for the default folder. */
  readonly folder: { readonly value: FolderId | null; readonly onChange: (id: FolderId) => void } | null;
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
      {folder && <FolderPicker label={texts.fields.folder} value={folder.value} onChange={folder.onChange} />}
      <FoldedGroups open={[...new Set([...open, ...faulty])]} onOpen={setOpen} word={word} onWord={onWord} />
    </>
  );
}
