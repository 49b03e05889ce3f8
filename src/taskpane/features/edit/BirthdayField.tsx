import { Button, Field, Input } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTexts } from '../../text/TextContext.ts';
import { useEdit } from './EditContext.ts';
import { useEditStyles } from './useEditStyles.ts';

/**
 * A calendar day, never an instant: what is typed is what is kept, in every time zone. A day that is still to come is
 * allowed (a child is expected) and said, since it is more often a slip.
 */
export function BirthdayField() {
  const { state, dispatch, fault, focusOn, halfDay, setHalfDay } = useEdit();
  const texts = useTexts();
  const styles = useEditStyles();
  const { birthday } = state.fields;
  // Half a date is '' to the page; a new input is the only way to empty it.
  const [cleared, setCleared] = useState(0);
  const problem = fault('birthday');
  const hint = birthday.startsWith('1604-') ? texts.edit.noYear : birthday > today() ? texts.edit.dayAhead : '';

  return (
    <div className={styles.row}>
      <Field label={texts.fields.birthday} {...problem} {...(hint !== '' && problem.validationState === undefined ? { hint } : {})}>
        <Input key={cleared} className={styles.input} type="date" name="birthday" value={birthday}
          onChange={(event, { value }) => {
            setHalfDay(event.target.validity.badInput);
            dispatch({ type: 'text', name: 'birthday', value });
          }}
          onBlur={(event) => setHalfDay(event.target.validity.badInput)} />
      </Field>
      {(birthday !== '' || halfDay) && (
        <Button className={styles.beside} appearance="subtle" icon={<DismissRegular />} aria-label={texts.edit.removeBirthday} title={texts.edit.removeBirthday} onClick={() => {
          dispatch({ type: 'text', name: 'birthday', value: '' });
          setHalfDay(false);
          setCleared((n) => n + 1);
          focusOn('birthday');
        }} />
      )}
    </div>
  );
}

/** The day it is here, as the field writes it. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
