import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Contact } from '#domain/contact';
import type { CustomField, CustomValues } from '#domain/customField';
import { faultsIn, typedOf, valuesFrom } from '../../parts/customTyped.ts';
import type { Typed } from '../../parts/customTyped.ts';
import { CustomValuesFields } from '../../parts/CustomValuesFields.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { customDraftKey } from './customDraft.ts';
import type { CustomDraft } from './customDraft.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = {
  readonly contact: Contact;
  readonly fields: readonly CustomField[];
  readonly values: CustomValues;
  readonly draft: CustomDraft | null;
  readonly onDone: () => void;
};

/** Changes what a contact has in these fields. What is typed is kept as a draft until it is saved or put away. */
export function CustomEditor({ contact, fields, values, draft, onDone }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { language } = useCell(services.look);
  // What it is typed against stays, though the contact may get other values meanwhile: mine and theirs are put together when it is sent.
  const [{ before, restored, key }] = useState(() => ({ before: draft?.before ?? values, restored: draft !== null, key: draft?.key ?? customDraftKey(contact.id) }));
  const [typed, setTyped] = useState<Typed>(() => draft?.typed ?? {});
  const [shown, setShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const written = useRef<Promise<void>>(Promise.resolve());
  const isDone = useRef(false);

  const now: Typed = { ...Object.fromEntries(fields.map((field) => [field.id, typedOf(field, before[field.id], language)])), ...typed };
  const faults = faultsIn(fields, now, before, language);

  useEffect(() => { form.current?.querySelector<HTMLElement>('input, select')?.focus(); }, []);

  const type = (id: string, text: string) => {
    const next = { ...typed, [id]: text };
    setTyped(next);
    written.current = written.current.then(() => (isDone.current ? undefined : services.drafts.write(key, { typed: next, before })));
  };
  const close = async () => {
    await written.current;
    await services.drafts.remove(key);
    onDone();
  };
  const save = async () => {
    if (isDone.current) return;
    const [first] = faults.keys();
    if (first !== undefined) {
      setShown(true);
      form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
      return;
    }
    isDone.current = true;
    // Written down first, then the draft goes: a crash between the two can only keep too much.
    await services.setCustom(contact, before, valuesFrom(fields, now, before, language));
    await close();
  };
  const cancel = () => {
    isDone.current = true;
    void close();
  };

  return (
    <form ref={form} className={styles.form} noValidate aria-label={texts.customFields.fill} onSubmit={(event) => { event.preventDefault(); void save(); }}
      onKeyDown={(event) => { if (event.key === 'Escape') cancel(); }}>
      {restored && <MessageBar intent="info"><MessageBarBody>{texts.customFields.restored}</MessageBarBody></MessageBar>}
      <CustomValuesFields fields={fields} typed={now} faults={shown ? faults : new Map()} language={language} onType={type} />
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">{texts.customFields.save}</Button>
        <Button onClick={cancel}>{texts.customFields.cancel}</Button>
      </div>
    </form>
  );
}
