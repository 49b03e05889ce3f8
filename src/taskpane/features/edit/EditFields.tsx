import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Field, Input, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import type { Dispatch, ReactNode } from 'react';
import { contactLimits, isEmptyAddress } from '#domain/contact';
import type { AddressFieldName, ContactFolder, FolderId, PostalAddress, TextFieldName } from '#domain/contact';
import { useTexts } from '../../text/TextContext.ts';
import type { EditEvent, EditFault, EditState, PhoneList } from './editState.ts';

const useStyles = makeStyles({
  group: { display: 'grid', gap: '8px', paddingBottom: '8px' },
  two: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '8px' },
  withButton: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '4px', alignItems: 'end' },
  input: { width: '100%', minWidth: 0 },
});

type Props = {
  readonly state: EditState;
  readonly dispatch: Dispatch<EditEvent>;
  readonly faults: readonly EditFault[];
  readonly folder: { readonly folders: readonly ContactFolder[]; readonly value: FolderId | null; readonly onChange: (id: FolderId | null) => void } | null;
};

/** The fields, grouped as Outlook's own form groups them. What is empty and rare starts folded. */
export function EditFields({ state, dispatch, faults, folder }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const { fields } = state;
  const fault = (field: string) => {
    const found = faults.find((one) => one.field === field);
    return found ? { validationState: 'error' as const, validationMessage: texts.edit[found.kind] } : {};
  };

  const text = (name: TextFieldName): ReactNode => (
    <Field label={texts.fields[name]} {...fault(name)}>
      <Input className={styles.input} name={name} value={fields[name]} onChange={(_, { value }) => dispatch({ type: 'text', name, value })} />
    </Field>
  );

  const phones = (list: PhoneList): ReactNode => (
    <>
      {fields[list].map((phone, n) => (
        <Field key={n} label={texts.fields.phone(texts.fields[list], n + 1)}>
          <Input className={styles.input} type="tel" name={`${list}${n}`} value={phone} onChange={(_, { value }) => dispatch({ type: 'phone', list, at: n, value })} />
        </Field>
      ))}
      {fields[list].length < contactLimits[list] && (
        <Button appearance="subtle" icon={<AddRegular />} onClick={() => dispatch({ type: 'addPhone', list })}>{texts.edit.addPhone(texts.fields[list])}</Button>
      )}
    </>
  );

  const address = (name: AddressFieldName): ReactNode => {
    const part = (key: keyof PostalAddress) => (
      <Field label={texts.fields[key]}>
        {key === 'street'
          ? <Textarea name={`${name}.${key}`} value={fields[name][key]} rows={2} onChange={(_, { value }) => dispatch({ type: 'address', name, part: key, value })} />
          : <Input className={styles.input} name={`${name}.${key}`} value={fields[name][key]} onChange={(_, { value }) => dispatch({ type: 'address', name, part: key, value })} />}
      </Field>
    );
    return (
      <AccordionItem value={name}>
        <AccordionHeader>{texts.fields[name]}</AccordionHeader>
        <AccordionPanel>
          <div className={styles.group}>
            {part('street')}
            <div className={styles.two}>{part('postalCode')}{part('city')}</div>
            {part('state')}{part('countryOrRegion')}
          </div>
        </AccordionPanel>
      </AccordionItem>
    );
  };

  const open = [
    'main',
    ...(['businessAddress', 'homeAddress', 'otherAddress'] as const).filter((name) => !isEmptyAddress(fields[name])),
    ...(fields.personalNotes !== '' || fields.birthday !== '' || fields.nickName !== '' ? ['personal'] : []),
  ];

  return (
    <>
      <div className={styles.group}>
        <div className={styles.two}>{text('givenName')}{text('surname')}</div>
        {text('displayName')}
        {text('companyName')}
        {text('jobTitle')}
        {fields.emailAddresses.map((email, n) => (
          <div key={n} className={styles.withButton}>
            <Field label={texts.fields.email(n + 1)} {...fault(`email${n}`)}>
              <Input className={styles.input} type="email" name={`email${n}`} dir="ltr" value={email.address} onChange={(_, { value }) => dispatch({ type: 'email', at: n, value })} />
            </Field>
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={texts.edit.removeEmail(n + 1)} onClick={() => dispatch({ type: 'removeEmail', at: n })} />
          </div>
        ))}
        {fields.emailAddresses.length < contactLimits.emailAddresses && (
          <Button appearance="subtle" icon={<AddRegular />} onClick={() => dispatch({ type: 'addEmail' })}>{texts.edit.addEmail}</Button>
        )}
        {phones('businessPhones')}
        <Field label={texts.fields.mobilePhone}>
          <Input className={styles.input} type="tel" name="mobilePhone" value={fields.mobilePhone} onChange={(_, { value }) => dispatch({ type: 'text', name: 'mobilePhone', value })} />
        </Field>
        {folder && folder.folders.length > 1 && (
          <Field label={texts.fields.folder}>
            <Select value={folder.value ?? ''} onChange={(_, { value }) => folder.onChange(value === '' ? null : value)}>
              {folder.folders.map((one) => <option key={one.id} value={one.isDefault ? '' : one.id}>{one.displayName}</option>)}
            </Select>
          </Field>
        )}
      </div>
      <Accordion multiple collapsible defaultOpenItems={open}>
        <AccordionItem value="names">
          <AccordionHeader>{texts.edit.names}</AccordionHeader>
          <AccordionPanel>
            <div className={styles.group}>
              <div className={styles.two}>{text('title')}{text('generation')}</div>
              {text('middleName')}{text('nickName')}{text('fileAs')}
            </div>
          </AccordionPanel>
        </AccordionItem>
        <AccordionItem value="work">
          <AccordionHeader>{texts.edit.work}</AccordionHeader>
          <AccordionPanel>
            <div className={styles.group}>{text('department')}{text('officeLocation')}{text('profession')}{text('manager')}{text('assistantName')}{text('businessHomePage')}</div>
          </AccordionPanel>
        </AccordionItem>
        {address('businessAddress')}
        {address('homeAddress')}
        {address('otherAddress')}
        <AccordionItem value="personal">
          <AccordionHeader>{texts.edit.personal}</AccordionHeader>
          <AccordionPanel>
            <div className={styles.group}>
              {phones('homePhones')}
              <Field label={texts.fields.birthday}>
                <Input className={styles.input} type="date" name="birthday" value={fields.birthday} onChange={(_, { value }) => dispatch({ type: 'text', name: 'birthday', value })} />
              </Field>
              {text('spouseName')}
              <Field label={texts.fields.personalNotes}>
                <Textarea name="personalNotes" rows={4} resize="vertical" value={fields.personalNotes} onChange={(_, { value }) => dispatch({ type: 'text', name: 'personalNotes', value })} />
              </Field>
            </div>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}
