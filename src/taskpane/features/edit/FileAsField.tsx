import { Combobox, Field, Option } from '@fluentui/react-components';
import { fileAsChoices } from '#domain/fileAs';
import { useTexts } from '../../text/TextContext.ts';
import { useEdit } from './EditContext.ts';
import { useEditStyles } from './useEditStyles.ts';

/** How Outlook sorts the contact: one of its own orders, or what somebody writes. */
export function FileAsField() {
  const { state, dispatch, fault, popups } = useEdit();
  const texts = useTexts();
  const styles = useEditStyles();
  const { fileAs } = state.fields;
  const choices = fileAsChoices(state.fields);
  const choose = (value: string) => dispatch({ type: 'text', name: 'fileAs', value });
  return (
    <Field label={texts.fields.fileAs} hint={texts.edit.fileAsHint} {...fault('fileAs')}>
      <Combobox className={styles.input} name="fileAs" freeform mountNode={popups} value={fileAs} selectedOptions={choices.includes(fileAs) ? [fileAs] : []}
        onChange={(event) => choose(event.target.value)}
        onOptionSelect={(_, { optionValue }) => { if (optionValue !== undefined) choose(optionValue); }}>
        {choices.map((choice) => <Option key={choice} value={choice}>{choice}</Option>)}
      </Combobox>
    </Field>
  );
}
