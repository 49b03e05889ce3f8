import { useTexts } from '../../text/TextContext.ts';
import { BirthdayField } from './BirthdayField.tsx';
import { useEdit } from './EditContext.ts';
import { EmailFields } from './EmailFields.tsx';
import { EntryFields } from './EntryFields.tsx';
import type { FormField } from './fieldGroups.ts';
import { FileAsField } from './FileAsField.tsx';
import { PhoneInput } from './PhoneInput.tsx';
import { PostalFields } from './PostalFields.tsx';
import { TextField } from './TextField.tsx';

/** The input that belongs to a property of the contact. */
export function FormFieldOf({ name }: { readonly name: FormField }) {
  const { state, dispatch } = useEdit();
  const texts = useTexts();
  switch (name) {
    case 'emailAddresses': return <EmailFields />;
    case 'businessPhones': case 'homePhones': case 'imAddresses': case 'children': return <EntryFields list={name} />;
    case 'mobilePhone':
      return <PhoneInput label={texts.fields.mobilePhone} name={name} value={state.fields.mobilePhone} onChange={(value) => dispatch({ type: 'text', name, value })} />;
    case 'businessAddress': case 'homeAddress': case 'otherAddress': return <PostalFields name={name} />;
    case 'birthday': return <BirthdayField />;
    case 'fileAs': return <FileAsField />;
    default: return <TextField name={name} />;
  }
}
