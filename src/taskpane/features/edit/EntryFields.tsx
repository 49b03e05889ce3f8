import { Button, Field, Input } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useTexts } from '../../text/TextContext.ts';
import { AddButton, addButtonName } from './AddButton.tsx';
import { useEdit } from './EditContext.ts';
import type { EntryList } from './editState.ts';
import { PhoneInput } from './PhoneInput.tsx';
import { useEditStyles } from './useEditStyles.ts';

/** A list of short texts: phone numbers, chat addresses, children. */
export function EntryFields({ list }: { readonly list: EntryList }) {
  const { state, dispatch, fault, focusOn } = useEdit();
  const texts = useTexts();
  const styles = useEditStyles();
  const isPhone = list === 'businessPhones' || list === 'homePhones';
  return (
    <div className={styles.stack}>
      {state.fields[list].map((entry, n) => {
        const label = texts.edit.nth(texts.fields[list], n + 1);
        const input = `${list}${n}`;
        const onChange = (value: string) => dispatch({ type: 'entry', list, at: n, value });
        return (
          <div key={n} className={styles.row}>
            {isPhone
              ? <PhoneInput label={label} name={input} value={entry} onChange={onChange} />
              : (
                <Field label={label} {...fault(input)}>
                  <Input className={styles.input} name={input} dir="auto" value={entry} onChange={(_, { value }) => onChange(value)} />
                </Field>
              )}
            <Button className={styles.beside} appearance="subtle" icon={<DismissRegular />} aria-label={texts.edit.remove(label)} title={texts.edit.remove(label)}
              onClick={() => {
                dispatch({ type: 'removeEntry', list, at: n });
                focusOn(input, `${list}${n - 1}`, addButtonName(list));
              }} />
          </div>
        );
      })}
      <AddButton list={list} />
    </div>
  );
}
