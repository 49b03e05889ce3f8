import { Button, Field, Input, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { customFieldKinds, fieldIdFrom } from '#domain/customField';
import type { CustomField, CustomFieldKind } from '#domain/customField';
import { useTexts } from '../../text/TextContext.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  input: { width: '100%', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = {
  /** Null for a new one. */
  readonly field: CustomField | null;
  readonly others: readonly CustomField[];
  /** Whether it was kept. */
  readonly onSave: (field: CustomField) => Promise<boolean>;
  readonly onCancel: () => void;
};

/** Lays down one field. Its kind stays what it was: values of another kind lie on the contacts already. */
export function FieldForm({ field, others, onSave, onCancel }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const [label, setLabel] = useState(field?.label ?? '');
  const [kind, setKind] = useState<CustomFieldKind>(field?.kind ?? 'text');
  const [lines, setLines] = useState(field?.choices.join('\n') ?? '');
  const [shown, setShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isSaving = useRef(false);
  const t = texts.customFields;

  const name = label.trim();
  const choices = kind === 'choice' ? [...new Set(lines.split('\n').map((line) => line.trim()).filter((line) => line !== ''))] : [];
  const fold = (text: string) => text.toLocaleLowerCase('en');
  const labelFault = name === '' ? t.labelNeeded : others.some((one) => fold(one.label) === fold(name)) ? t.labelTaken(name) : null;
  const choicesFault = kind === 'choice' && choices.length === 0 ? t.choicesNeeded : null;
  const said = (fault: string | null) => (shown && fault !== null ? { validationState: 'error' as const, validationMessage: fault } : {});

  const save = async () => {
    if (isSaving.current) return;
    if (labelFault !== null || choicesFault !== null) {
      setShown(true);
      form.current?.querySelector<HTMLElement>(labelFault !== null ? 'input' : 'textarea')?.focus();
      return;
    }
    isSaving.current = true;
    try {
      await onSave({ id: field?.id ?? fieldIdFrom(name, others.map(({ id }) => id)), label: name, kind, choices, source: 'own' });
    } finally {
      isSaving.current = false;
    }
  };

  return (
    <form ref={form} className={styles.form} noValidate aria-label={field === null ? t.add : t.edit(field.label)}
      onSubmit={(event) => { event.preventDefault(); void save(); }} onKeyDown={(event) => { if (event.key === 'Escape') onCancel(); }}>
      <Field label={t.label} {...said(labelFault)}><Input autoFocus className={styles.input} value={label} maxLength={60} onChange={(_, { value }) => setLabel(value)} /></Field>
      {field === null && (
        <Field label={t.kind}>
          <Select value={kind} onChange={(_, { value }) => setKind(customFieldKinds.find((one) => one === value) ?? 'text')}>
            {customFieldKinds.map((one) => <option key={one} value={one}>{t.kinds[one]}</option>)}
          </Select>
        </Field>
      )}
      {kind === 'choice' && (
        <Field label={t.choices} {...said(choicesFault)}><Textarea rows={4} resize="vertical" value={lines} onChange={(_, { value }) => setLines(value)} /></Field>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">{field === null ? t.addGo : t.save}</Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  );
}
