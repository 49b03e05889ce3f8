import { Button, Field, Input, Textarea, mergeClasses } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { isEmptyAddress } from '#domain/contact';
import type { AddressFieldName, PostalAddress } from '#domain/contact';
import { useTexts } from '../../text/TextContext.ts';
import { useEdit } from './EditContext.ts';
import { useEditStyles } from './useEditStyles.ts';

/** One postal address; it can be taken away as a whole. */
export function PostalFields({ name }: { readonly name: AddressFieldName }) {
  const { state, dispatch, fault, focusOn } = useEdit();
  const texts = useTexts();
  const styles = useEditStyles();
  const address = state.fields[name];
  const part = (key: keyof PostalAddress) => {
    const input = `${name}.${key}`;
    return (
      <Field className={key === 'postalCode' || key === 'city' ? styles.half : styles.wide} label={texts.fields[key]} {...fault(input)}>
        {key === 'street'
          ? <Textarea name={input} value={address[key]} rows={2} onChange={(_, { value }) => dispatch({ type: 'address', name, part: key, value })} />
          : <Input className={styles.input} name={input} value={address[key]} onChange={(_, { value }) => dispatch({ type: 'address', name, part: key, value })} />}
      </Field>
    );
  };
  return (
    <div className={styles.group} role="group" aria-label={texts.fields[name]}>
      {part('street')}{part('postalCode')}{part('city')}{part('state')}{part('countryOrRegion')}
      {!isEmptyAddress(address) && (
        <Button className={mergeClasses(styles.wide, styles.add)} appearance="transparent" size="small" icon={<DismissRegular />} onClick={() => {
          dispatch({ type: 'removeAddress', name });
          focusOn(`${name}.street`);
        }}>{texts.edit.removeAddress}</Button>
      )}
    </div>
  );
}
