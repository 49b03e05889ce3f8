import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { BriefcaseRegular, FoodCakeRegular, CallRegular, ChatRegular, GlobeRegular, HomeRegular, LocationRegular, MailRegular, NoteRegular, PeopleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { addressFieldNames, isEmptyAddress } from '#domain/contact';
import type { Contact, PostalAddress } from '#domain/contact';
import { foldAddress } from '#domain/normalize';
import type { Problem } from '#domain/problem';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { dayText } from '../../parts/dayText.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', gap: '0 10px', alignItems: 'start', minHeight: '40px' },
  icon: { fontSize: '18px', color: tokens.colorNeutralForeground3, lineHeight: '20px', paddingTop: '2px' },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { justifyContent: 'start', padding: 0, border: 'none', minWidth: 0, fontWeight: tokens.fontWeightRegular, textAlign: 'start', overflowWrap: 'anywhere' },
});

type Line = { readonly key: string; readonly icon: ReactNode; readonly label: string; readonly value: string; readonly copy?: boolean; readonly shown?: ReactNode };

type Props = { readonly contact: Contact; readonly address: string; readonly onProblem: (problem: Problem | null) => void };

/** The stored details, one line each; empty ones take no room. */
export function CardDetails({ contact, address, onProblem }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { language } = services.look.get();
  const { fields } = texts;
  const here = foldAddress(address);
  const canWrite = services.canWriteMail();

  const lines: Line[] = [
    ...contact.emailAddresses.map((email, n): Line => ({
      key: `mail${n}`, icon: <MailRegular />, label: fields.email(n + 1), value: email.address, copy: true,
      shown: (
        <Text weight={foldAddress(email.address) === here ? 'semibold' : 'regular'}>
          {canWrite
            ? <Button appearance="transparent" className={styles.link} onClick={() => void services.writeMail([email.address]).then((result) => onProblem(result.ok ? null : result.problem))} aria-label={texts.card.writeTo(email.address)}>{email.address}</Button>
            : email.address}
        </Text>
      ),
    })),
    ...contact.businessPhones.map((phone, n): Line => ({ key: `work${n}`, icon: <CallRegular />, label: fields.phone(fields.businessPhones, n + 1), value: phone, copy: true })),
    ...(contact.mobilePhone ? [{ key: 'mobile', icon: <CallRegular />, label: fields.mobilePhone, value: contact.mobilePhone, copy: true }] : []),
    ...contact.homePhones.map((phone, n): Line => ({ key: `home${n}`, icon: <CallRegular />, label: fields.phone(fields.homePhones, n + 1), value: phone, copy: true })),
    ...contact.imAddresses.map((im, n): Line => ({ key: `im${n}`, icon: <ChatRegular />, label: fields.imAddresses, value: im, copy: true })),
    ...addressFieldNames.filter((name) => !isEmptyAddress(contact[name])).map((name): Line => ({
      key: name, icon: name === 'homeAddress' ? <HomeRegular /> : <LocationRegular />, label: fields[name], value: addressText(contact[name]), copy: true,
    })),
    ...text('officeLocation', <BriefcaseRegular />), ...text('profession', <BriefcaseRegular />),
    ...text('manager', <PeopleRegular />), ...text('assistantName', <PeopleRegular />), ...text('spouseName', <PeopleRegular />),
    ...(contact.children.length > 0 ? [{ key: 'children', icon: <PeopleRegular />, label: fields.children, value: contact.children.join(', ') }] : []),
    ...(contact.businessHomePage ? [{
      key: 'web', icon: <GlobeRegular />, label: fields.businessHomePage, value: contact.businessHomePage, copy: true,
      shown: /^https?:\/\//i.test(contact.businessHomePage)
        ? <Link href={contact.businessHomePage} target="_blank" rel="noreferrer">{contact.businessHomePage}</Link> : contact.businessHomePage,
    }] : []),
    ...(contact.birthday ? [{ key: 'birthday', icon: <FoodCakeRegular />, label: fields.birthday, value: dayText(contact.birthday, language) }] : []),
    ...text('personalNotes', <NoteRegular />),
  ];

  function text(name: 'officeLocation' | 'profession' | 'manager' | 'assistantName' | 'spouseName' | 'personalNotes', icon: ReactNode): Line[] {
    return contact[name] === '' ? [] : [{ key: name, icon, label: fields[name], value: contact[name] }];
  }

  if (lines.length === 0) return <Text className={styles.quiet}>{texts.card.noOtherDetails}</Text>;
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line.key} className={styles.row}>
          <span className={styles.icon} aria-hidden="true">{line.icon}</span>
          <div>
            <Text block size={200} className={styles.quiet}>{line.label}</Text>
            <div className={styles.value}>{line.shown ?? line.value}</div>
          </div>
          {line.copy && <CopyButton text={line.value} />}
        </li>
      ))}
    </ul>
  );
}

const addressText = ({ street, postalCode, city, state, countryOrRegion }: PostalAddress): string =>
  [street, [postalCode, city].filter(Boolean).join(' '), state, countryOrRegion].filter(Boolean).join('\n');
