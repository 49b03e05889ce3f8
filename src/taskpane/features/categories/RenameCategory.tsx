import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { Category } from '#domain/category';
import { categoryNamed, sameCategory } from '../../parts/useCategories.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useRowStyles } from './useRowStyles.ts';

const longest = 255;

type Props = { readonly category: Category; readonly count: number; readonly taken: readonly Category[]; readonly onDone: () => void };

/** Graph cannot rename: the new one is made, its contacts get it, and the old one goes. The bar at the foot shows how far that is. */
export function RenameCategory({ category, count, taken, onDone }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useRowStyles();
  const { displayName } = category;
  const [name, setName] = useState(displayName);
  const [tried, setTried] = useState(false);
  const wanted = name.trim();
  const fault = wanted === '' ? texts.categories.nameNeeded
    : !sameCategory(wanted, displayName) && categoryNamed(taken, wanted) !== null ? texts.categories.taken : null;

  async function save() {
    setTried(true);
    if (fault !== null) return;
    if (wanted !== displayName) await services.renameCategory(category, wanted, await services.carriersOf(displayName));
    onDone();
  }

  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      void save();
    }}>
      <Field label={texts.categories.renameOf(displayName)} hint={texts.categories.renameHint(count)} {...(tried && fault !== null ? { validationMessage: fault } : {})}>
        <Input autoFocus value={name} maxLength={longest} onChange={(_, { value }) => setName(value)} />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary">{texts.categories.renameSave}</Button>
        <Button size="small" onClick={onDone}>{texts.categories.cancel}</Button>
      </div>
    </form>
  );
}
