import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { usePhones } from '../../parts/usePhones.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useEdit } from './EditContext.ts';
import { useEditStyles } from './useEditStyles.ts';

type Props = { readonly label: string; readonly name: string; readonly value: string; readonly onChange: (stored: string) => void };

/**
 * A number in the form the person's country writes it. `value` is what is stored, and stays so until somebody types;
 * what is typed is kept as typed, except that a number keeps the country code it had.
 */
export function PhoneInput({ label, name, value, onChange }: Props) {
  const { fault, language } = useEdit();
  const texts = useTexts();
  const styles = useEditStyles();
  const phones = usePhones();
  /** What stands in the field, and what it was kept as; of no use any more when another value comes. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly kept: string; readonly before: string } | null>(null);
  const current = typed !== null && typed.kept === value ? typed : null;
  const shown = current?.text ?? phones?.localPhone(value, language) ?? value;
  const problem = fault(name);

  function change(text: string) {
    const before = current?.before ?? value;
    const kept = phones?.typedPhone(text, before, language) ?? text;
    setTyped({ text, kept, before });
    onChange(kept);
  }

  return (
    <Field label={label} {...problem} {...(current !== null && current.kept !== current.text ? { hint: texts.edit.keptAs(current.kept) } : {})}>
      <Input className={styles.input} type="tel" name={name} dir="ltr" value={shown} onChange={(_, data) => change(data.value)} />
    </Field>
  );
}
