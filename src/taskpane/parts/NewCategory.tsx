import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { CategoryColor } from '#domain/category';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';
import { ColorGrid } from './ColorGrid.tsx';
import { categoryNamed } from './useCategories.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const longest = 255;

/** A name and a colour become a category of the mailbox. */
export function NewCategory({ initial = '', onDone }: { readonly initial?: string; readonly onDone: (name: string | null) => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { list } = useCell(services.categories.state);
  const [name, setName] = useState(initial);
  const [color, setColor] = useState<CategoryColor>('preset7');
  const [tried, setTried] = useState(false);
  const wanted = name.trim();
  const fault = wanted === '' ? texts.categories.nameNeeded : categoryNamed(list, wanted) !== null ? texts.categories.taken : null;

  async function save() {
    setTried(true);
    if (fault !== null) return;
    await services.createCategory(wanted, color);
    onDone(wanted);
  }

  return (
    <form className={styles.form} aria-label={texts.categories.create} onSubmit={(event) => {
      event.preventDefault();
      event.stopPropagation();
      void save();
    }}>
      <Field label={texts.categories.name} {...(tried && fault !== null ? { validationMessage: fault } : {})}>
        <Input autoFocus value={name} maxLength={longest} onChange={(_, { value }) => setName(value)} />
      </Field>
      <ColorGrid label={texts.categories.color} value={color} onChange={setColor} />
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary">{texts.categories.save}</Button>
        <Button size="small" onClick={() => onDone(null)}>{texts.categories.cancel}</Button>
      </div>
    </form>
  );
}
