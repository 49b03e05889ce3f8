import { Button, Field, Input, mergeClasses } from '@fluentui/react-components';
import { DismissRegular, RenameRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTexts } from '../../text/TextContext.ts';
import { AddButton, addButtonName } from './AddButton.tsx';
import { useEdit } from './EditContext.ts';
import { useEditStyles } from './useEditStyles.ts';

/** The mail addresses, each with the name Outlook shows for it. */
export function EmailFields() {
  const { state, dispatch, fault, focusOn } = useEdit();
  const texts = useTexts();
  const styles = useEditStyles();
  const { emailAddresses, displayName } = state.fields;
  // A name of its own is worth showing; the owner's, or the address once more, is not.
  const [named, setNamed] = useState<ReadonlySet<number>>(() =>
    new Set(emailAddresses.flatMap(({ name, address }, n) => (name === '' || name === displayName || name === address ? [] : [n]))));

  return (
    <div className={styles.stack}>
      {emailAddresses.map((email, n) => {
        const label = texts.fields.email(n + 1);
        const input = `emailAddresses${n}`;
        // A fault is never out of sight.
        const isNamed = named.has(n) || fault(`${input}.name`).validationState === 'error';
        return (
          <div key={n} className={mergeClasses(styles.row, styles.two)}>
            <Field label={label} {...fault(input)}>
              <Input className={styles.input} type="email" name={input} dir="ltr" value={email.address} onChange={(_, { value }) => dispatch({ type: 'email', at: n, part: 'address', value })} />
            </Field>
            <Button className={styles.beside} appearance="subtle" icon={<RenameRegular />} aria-label={texts.edit.mailName(label)} title={texts.edit.mailName(label)} aria-expanded={isNamed}
              onClick={() => {
                setNamed((all) => new Set(isNamed ? [...all].filter((one) => one !== n) : [...all, n]));
                if (!isNamed) focusOn(`${input}.name`);
              }} />
            <Button className={styles.beside} appearance="subtle" icon={<DismissRegular />} aria-label={texts.edit.remove(label)} title={texts.edit.remove(label)}
              onClick={() => {
                dispatch({ type: 'removeEmail', at: n });
                setNamed((all) => new Set([...all].flatMap((one) => (one === n ? [] : [one > n ? one - 1 : one]))));
                focusOn(input, `emailAddresses${n - 1}`, addButtonName('emailAddresses'));
              }} />
            {isNamed && (
              <Field className={styles.wide} label={texts.edit.mailName(label)} {...fault(`${input}.name`)}>
                <Input className={styles.input} name={`${input}.name`} value={email.name} onChange={(_, { value }) => dispatch({ type: 'email', at: n, part: 'name', value })} />
              </Field>
            )}
          </div>
        );
      })}
      <AddButton list="emailAddresses" />
    </div>
  );
}
