import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular, EditRegular, FolderArrowRightRegular, MailRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Contact, ContactFolder } from '#domain/contact';
import type { Problem } from '#domain/problem';
import { isPending } from '#domain/change';
import { lazily } from '../../parts/lazily.tsx';
import { ProblemBar } from '../../parts/ProblemBar.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { CardDetails } from './CardDetails.tsx';

// Comes with the first card, and not before it: name and address are what one looks for.
const CardLabels = lazily(() => import('./CardLabels.tsx').then((it) => it.CardLabels));
const MoveContacts = lazily(() => import('../../parts/MoveContacts.tsx').then((it) => it.MoveContacts));

const useStyles = makeStyles({
  card: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', padding: '12px 16px 16px' },
  head: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '12px', alignItems: 'center' },
  text: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  labels: { minHeight: '56px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  // Four of them in one line, where there is room for it.
  doings: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  wordy: { minWidth: 'auto', paddingInline: '8px' },
  // These two stay beside each other.
  icons: { display: 'flex', gap: '4px' },
  ask: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', overflowWrap: 'anywhere', gap: '8px', padding: '12px', borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

type Props = {
  readonly contact: Contact;
  readonly folders: readonly ContactFolder[];
  readonly onEdit: () => void;
  /** The picture, or what stands for it. */
  readonly face: ReactNode;
  /** The address on the item, to be marked among the contact's own. */
  readonly address?: string;
};

/** All that Outlook keeps about a contact and one wants beside a mail. */
export function Card({ contact, folders, onEdit, face, address = '' }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [phase, setPhase] = useState<'shown' | 'asking' | 'moving'>('shown');
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = contact.displayName || contact.companyName || texts.card.emptyName;
  const first = contact.emailAddresses[0]?.address;
  const folder = folders.find((one) => one.id === contact.parentFolderId);

  const icons = useRef<HTMLSpanElement>(null);
  const backTo = (which: 'move' | 'remove') => icons.current?.querySelectorAll('button')[which === 'move' ? 0 : 1]?.focus();
  const changes = useCell(services.changes);
  const pending = changes.filter((change) => isPending(change) && (change.act.contactId === contact.id || change.result?.id === contact.id));

  return (
    <article className={styles.card} aria-label={`${texts.card.contact}: ${name}`}>
      <div className={styles.head}>
        {face}
        <div className={styles.text}>
          <Text as="h1" size={500} weight="semibold">{[contact.title, name, contact.generation].filter((part, n) => n === 1 || (part !== '' && !name.includes(part))).join(' ')}</Text>
          {contact.nickName !== '' && <Text size={200} className={styles.quiet}>“{contact.nickName}”</Text>}
          {contact.jobTitle !== '' && <Text>{contact.jobTitle}</Text>}
          {contact.companyName !== '' && contact.companyName !== name && <Text>{[contact.companyName, contact.department].filter(Boolean).join(' · ')}</Text>}
          {folder && <Text size={200} className={styles.quiet}>{texts.card.showIn(folder.displayName)}</Text>}
          {pending.length > 0 && <Text size={200} className={styles.quiet} italic>{texts.card.pending}</Text>}
        </div>
      </div>
      <CardLabels contact={contact} name={name} fallback={<div className={styles.labels}>{contact.categories.join(' · ')}</div>} />
      <div className={styles.doings}>
        {first !== undefined && services.canWriteMail() && (
          <Button className={styles.wordy} icon={<MailRegular />} onClick={() => void services.writeMail([first]).then((result) => setProblem(result.ok ? null : result.problem))}>{texts.card.write}</Button>
        )}
        <Button className={styles.wordy} icon={<EditRegular />} onClick={onEdit}>{texts.card.edit}</Button>
        <span className={styles.icons} ref={icons}>
          <Button icon={<FolderArrowRightRegular />} aria-label={texts.moving.button} title={texts.moving.button} aria-expanded={phase === 'moving'} onClick={() => setPhase(phase === 'moving' ? 'shown' : 'moving')} />
          <Button icon={<DeleteRegular />} aria-label={texts.card.remove} title={texts.card.remove} onClick={() => setPhase('asking')} />
        </span>
      </div>
      {phase === 'moving' && <MoveContacts contacts={[contact]} onDone={() => { setPhase('shown'); backTo('move'); }} />}
      {phase === 'asking' && (
        <div className={styles.ask} role="group" aria-label={texts.card.confirmDelete(name)}>
          <Text weight="semibold">{texts.card.confirmDelete(name)}</Text>
          <Text size={200}>{texts.card.confirmDeleteHint}</Text>
          <div className={styles.actions}>
            <Button appearance="primary" icon={<DeleteRegular />} onClick={() => void services.remove(contact)}>{texts.card.remove}</Button>
            <Button autoFocus onClick={() => { setPhase('shown'); backTo('remove'); }}>{texts.card.keep}</Button>
          </div>
        </div>
      )}
      {problem && <ProblemBar problem={problem} />}
      <CardDetails contact={contact} address={address} onProblem={setProblem} />
    </article>
  );
}
