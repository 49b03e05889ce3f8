import { Checkbox, Field, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { categorySubject } from '#domain/change';
import type { FolderId } from '#domain/contact';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', minWidth: 0 },
  list: { display: 'grid', maxHeight: '144px', overflowY: 'auto', overflowX: 'hidden', border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  set: { minWidth: 0, display: 'grid', gap: '4px' },
});

/** What all who are saved in one go get alike. */
export type SaveWith = { readonly folderId: FolderId | null; readonly categories: readonly string[] };
export const plainly: SaveWith = { folderId: null, categories: [] };

type Props = { readonly value: SaveWith; readonly onChange: (value: SaveWith) => void };

/** Folder and categories for all who are saved. Categories: the list as far as it is known here, and those in use. */
export function SaveOptions({ value, onChange }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const { list } = useCell(services.categories.state);
  const [inUse, setInUse] = useState<readonly string[]>([]);

  useEffect(() => {
    let late = false;
    void services.categoriesInUse().then((names) => { if (!late) setInUse(names); });
    return () => { late = true; };
  }, [services]);

  const names = [...new Map([...(list ?? []).map((one) => one.displayName), ...inUse].map((name) => [categorySubject(name), name])).values()]
    .sort((a, b) => a.localeCompare(b));
  return (
    <div className={styles.box}>
      <Field label={texts.fields.folder}>
        <Select size="small" value={value.folderId ?? ''} onChange={(_, { value: id }) => onChange({ ...value, folderId: id === '' ? null : id })}>
          <option value="">{texts.rollCall.defaultFolder}</option>
          {folders.filter((folder) => !folder.isDefault).map(({ id, displayName }) => <option key={id} value={id}>{displayName}</option>)}
        </Select>
      </Field>
      {names.length > 0 && (
        <div className={styles.set}>
          <Text as="span" size={300}>{texts.rollCall.categories}</Text>
          <div className={styles.list} role="group" aria-label={texts.rollCall.categories}>
            {names.map((name) => (
              <Checkbox key={name} label={name} checked={value.categories.includes(name)}
                onChange={(_, { checked }) => onChange({ ...value, categories: checked === true ? [...value.categories, name] : value.categories.filter((one) => one !== name) })} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
