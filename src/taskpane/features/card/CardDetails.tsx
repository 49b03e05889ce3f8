import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import {
  BriefcaseRegular, CallRegular, ChatRegular, FoodCakeRegular, GlobeRegular, HomeRegular, LocationRegular, MailRegular, NoteRegular,
  PeopleRegular, PersonRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Contact } from '#domain/contact';
import { foldAddress } from '#domain/normalize';
import type { Problem } from '#domain/problem';
import { webLink } from '#domain/webAddress';
import { AddressText } from '../../parts/AddressText.tsx';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { usePhones } from '../../parts/usePhones.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { cardLines } from './cardLines.ts';
import type { Line, LineKind } from './cardLines.ts';
import { dayText } from '../../parts/dayText.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', gap: '0 10px', alignItems: 'start', minHeight: '40px' },
  icon: { fontSize: '18px', color: tokens.colorNeutralForeground3, lineHeight: '20px', paddingTop: '2px' },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  quiet: { color: tokens.colorNeutralForeground2 },
  // An address runs from left to right, but stands where the page's lines begin.
  link: { justifyContent: 'start', padding: 0, border: 'none', minWidth: 0, fontWeight: tokens.fontWeightRegular, textAlign: 'match-parent', overflowWrap: 'anywhere' },
});

const icons: { readonly [K in LineKind]: ReactNode } = {
  mail: <MailRegular />, phone: <CallRegular />, chat: <ChatRegular />, place: <LocationRegular />, home: <HomeRegular />,
  work: <BriefcaseRegular />, people: <PeopleRegular />, web: <GlobeRegular />, day: <FoodCakeRegular />, note: <NoteRegular />,
  name: <PersonRegular />,
};

/** Said whole in the name of the button that copies it. */
const inAWord: ReadonlySet<LineKind> = new Set<LineKind>(['mail', 'phone', 'chat', 'web']);

type Props = { readonly contact: Contact; readonly address: string; readonly onProblem: (problem: Problem | null) => void };

/** The stored details, one line each, with what one does with them: write, call, open, copy. */
export function CardDetails({ contact, address, onProblem }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const phones = usePhones();
  const { language } = services.look.get();
  const here = foldAddress(address);
  const canWrite = services.canWriteMail();
  const lines = cardLines(contact, texts);

  function shown({ kind, value, copy }: Line): ReactNode {
    switch (kind) {
      case 'mail': return (
        <Text weight={foldAddress(value) === here && here !== '' ? 'semibold' : 'regular'}>
          {canWrite && copy
            ? <Button appearance="transparent" className={styles.link} onClick={() => void services.writeMail([value]).then((result) => onProblem(result.ok ? null : result.problem))} aria-label={texts.card.writeTo(value)}><AddressText value={value} /></Button>
            : <AddressText value={value} />}
        </Text>
      );
      case 'phone': {
        const link = phones?.phoneLink(value, language) ?? null;
        const local = <bdi dir="ltr">{phones?.localPhone(value, language) ?? value}</bdi>;
        return link === null ? local : <Link href={link}>{local}</Link>;
      }
      case 'web': {
        const link = webLink(value);
        return link === null ? value : <Link href={link} target="_blank" rel="noreferrer noopener"><bdi dir="ltr"><AddressText value={value} /></bdi></Link>;
      }
      case 'chat': return <bdi>{value}</bdi>;
      case 'day': return dayText(value, language);
      default: return value;
    }
  }

  if (lines.length === 0) return <Text className={styles.quiet}>{texts.card.noOtherDetails}</Text>;
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line.key} className={styles.row}>
          <span className={styles.icon} aria-hidden="true">{icons[line.kind]}</span>
          <div>
            <Text block size={200} className={styles.quiet}>{line.label}</Text>
            <div className={styles.value}>{shown(line)}</div>
            {line.note !== '' && <Text block size={200} className={styles.quiet}>{line.note}</Text>}
          </div>
          {line.copy && <CopyButton text={line.value} label={texts.card.copyOf(inAWord.has(line.kind) ? line.value : line.label)} />}
        </li>
      ))}
    </ul>
  );
}
