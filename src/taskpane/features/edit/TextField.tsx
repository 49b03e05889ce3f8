import { Field, Input, Textarea } from '@fluentui/react-components';
import type { TextFieldName } from '#domain/contact';
import { useTexts } from '../../text/TextContext.ts';
import { useEdit } from './EditContext.ts';
import { useEditStyles } from './useEditStyles.ts';

/** One line of text; several for notes. */
export function TextField({ name }: { readonly name: TextFieldName }) {
  const { state, dispatch, fault } = useEdit();
  const texts = useTexts();
  const styles = useEditStyles();
  const value = state.fields[name];
  const isWeb = name === 'businessHomePage';
  return (
    <Field label={texts.fields[name]} {...fault(name)}>
      {name === 'personalNotes'
        ? <Textarea name={name} rows={5} resize="vertical" value={value} onChange={(_, data) => dispatch({ type: 'text', name, value: data.value })} />
        : <Input className={styles.input} name={name} value={value} {...(isWeb ? { dir: 'ltr', inputMode: 'url' as const } : {})}
            onChange={(_, data) => dispatch({ type: 'text', name, value: data.value })} />}
    </Field>
  );
}
