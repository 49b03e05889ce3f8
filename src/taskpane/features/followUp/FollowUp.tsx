import { Button, ProgressBar, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, CheckmarkCircleRegular, FlagOffRegular, FlagRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import type { Contact } from '#domain/contact';
import { followUpDone, followUpGroup, followUpGroups } from '#domain/followUp';
import type { FollowUp as Flag } from '#domain/followUp';
import { Empty } from '../../parts/Empty.tsx';
import { Face } from '../../parts/Face.tsx';
import { FlagButton } from '../../parts/FlagButton.tsx';
import { followUpText } from '../../parts/followUpText.ts';
import { Trouble } from '../../parts/Trouble.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { useToday } from '../../useToday.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', padding: '12px 16px 16px' },
  head: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '8px' },
  reading: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '4px 8px' },
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px' },
  groupName: { color: tokens.colorNeutralForeground2 },
  urgent: { color: tokens.colorPaletteRedForeground1 },
  list: { display: 'grid', gap: '2px', listStyleType: 'none', margin: 0, padding: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px' },
  person: {
    flex: '1 1 0', display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '10px', alignItems: 'center', justifyContent: 'start', textAlign: 'start',
    minWidth: 0, maxWidth: 'none', padding: '4px', fontWeight: tokens.fontWeightRegular,
  },
  text: { display: 'grid', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The people to get back to, by when. */
export function FollowUp({ onOpen }: { readonly onOpen: (contact: Contact) => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { followUps } = services;
  const { found, reading, readAt, problem } = useCell(followUps.state);
  const { language } = useCell(services.look);
  const notOffered = useCell(services.extras.notOffered).has('flag') || (problem !== null && forGood.has(problem.kind));
  const hasFolders = useCell(services.folders).length > 0;
  const today = useToday();

  // Once the folders are known there is something to look through.
  useEffect(() => { void followUps.open(); }, [followUps, hasFolders]);

  const heading = <Text as="h1" size={400} weight="semibold">{texts.followUp.title}</Text>;
  if (notOffered) return <Empty icon={<FlagOffRegular />} title={texts.followUp.notOffered} hint={texts.followUp.notOfferedHint} />;
  if (!hasFolders) return <Empty icon={<FlagRegular />} title={texts.followUp.waiting} hint={texts.followUp.waitingHint} />;

  const people = (found ?? []).map((one) => ({ ...one, group: followUpGroup(one.flag, today) }));
  const nobody = people.every(({ group }) => group === null);
  return (
    <section className={styles.page} aria-label={texts.followUp.title}>
      <div className={styles.head}>
        {heading}
        {reading === null && (
          <Button size="small" appearance="subtle" icon={<ArrowClockwiseRegular />} onClick={() => void followUps.open(0)}>{texts.followUp.again}</Button>
        )}
      </div>
      {reading !== null && (
        <div className={styles.reading}>
          <Text size={200} role="status">{texts.followUp.reading(reading)}</Text>
          <Button size="small" onClick={followUps.stop}>{texts.followUp.stop}</Button>
          <ProgressBar aria-label={texts.followUp.reading(reading)} />
        </div>
      )}
      {problem !== null && <Trouble problem={problem} retry={() => void followUps.open(0)} />}
      {reading === null && readAt === null && problem === null && <Text size={200} className={styles.quiet} role="status">{texts.followUp.stopped}</Text>}
      {followUpGroups.map((name) => {
        const members = people.filter(({ group }) => group === name).sort(inOrder);
        if (members.length === 0) return null;
        return (
          <section key={name} className={styles.group} aria-label={texts.followUp.groups[name]}>
            <Text as="h2" size={300} weight="semibold" className={name === 'overdue' ? styles.urgent : styles.groupName}>{texts.followUp.groups[name]}</Text>
            <ul className={styles.list}>
              {members.map(({ contact, flag }) => {
                const called = nameOf(contact) || texts.card.emptyName;
                return (
                  <li key={contact.id} className={styles.row}>
                    <Button appearance="subtle" className={styles.person} onClick={() => onOpen(contact)}>
                      <Face name={called} size={32} />
                      <span className={styles.text}>
                        <Text className={styles.line} weight="semibold">{called}</Text>
                        <Text size={200} className={mergeClasses(styles.line, styles.quiet)}>{followUpText(texts, flag, today, language)}</Text>
                      </span>
                    </Button>
                    {flag.status === 'flagged' && (
                      <Button appearance="subtle" icon={<CheckmarkCircleRegular />} aria-label={texts.followUp.doneOf(called)} title={texts.followUp.doneOf(called)}
                        onClick={() => void services.setFlag([contact], followUpDone(today))} />
                    )}
                    <FlagButton bare label={texts.followUp.flag} about={texts.followUp.flagOf(called)} flag={flag} onFlag={(wanted) => void services.setFlag([contact], wanted)} />
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      {nobody && found !== null && <Empty level={2} icon={<FlagRegular />} title={texts.followUp.empty} hint={texts.followUp.emptyHint} />}
    </section>
  );
}

/** Graph says no to the question itself: this mailbox has no flags for add-ins. */
const forGood: ReadonlySet<string> = new Set(['refused', 'accessDenied', 'mailboxUnsupported']);

const nameOf = (contact: Contact): string => contact.displayName || contact.companyName || (contact.emailAddresses[0]?.address ?? '');

type Entry = { readonly contact: Contact; readonly flag: Flag };
/** The oldest day first, of what is done the newest; then by name. */
function inOrder(a: Entry, b: Entry): number {
  const days = a.flag.status === 'complete' ? b.flag.completed.localeCompare(a.flag.completed) : a.flag.due.localeCompare(b.flag.due);
  return days || nameOf(a.contact).localeCompare(nameOf(b.contact));
}
