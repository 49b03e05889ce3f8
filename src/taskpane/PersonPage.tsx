import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { MailProhibitedRegular, PersonRegular, BotRegular } from '@fluentui/react-icons';
import { Fragment } from 'react';
import { foldAddress } from '#domain/normalize';
import type { Contact } from '#domain/contact';
import type { PersonRow } from '#app/lookUpPeople';
import { Card } from './features/card/Card.tsx';
import { PhotoFace } from './features/photo/PhotoFace.tsx';
import { PersonHeader } from './features/people/PersonHeader.tsx';
import { SavePanel } from './features/save/SavePanel.tsx';
import { CustomSection } from './customSectionLater.ts';
import { BackButton } from './parts/BackButton.tsx';
import { Empty } from './parts/Empty.tsx';
import { lazily } from './parts/lazily.tsx';
import { draftOf } from './draftOf.ts';
import type { Editing } from './paneState.ts';
import { useServices } from './ServicesContext.ts';
import { useTexts } from './text/TextContext.ts';
import { useCell } from './useCell.ts';

const GroupMembers = lazily(() => import('./features/people/GroupMembers.tsx').then((it) => it.GroupMembers));

type Props = {
  readonly row: PersonRow;
  /** Contacts cannot be reached at all, which the page says above; saving would end the same way. */
  readonly blocked: boolean;
  /** Null where there is no list to go back to. */
  readonly onBack: (() => void) | null;
  readonly onEdit: (editing: Editing) => void;
  readonly onPick: () => void;
};

/** Everything about one person on the item: their card, or what can be done to get one. */
export function PersonPage({ row, blocked, onBack, onEdit, onPick }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const { person, verdict, standing } = row;

  const card = (contact: Contact) => (
    <Fragment key={contact.id}>
      <Card contact={contact} folders={folders} address={person.address} face={<PhotoFace contact={contact} address={person.address} />} onEdit={() => onEdit(editContact(contact))} />
      <CustomSection contact={contact} />
    </Fragment>
  );
  const panel = (candidates: readonly Contact[], sentence: string, certain = true) => (
    <SavePanel person={person} candidates={candidates} sentence={sentence} certain={certain} onPick={onPick}
      onDetails={() => void draftOf(person).then((fields) => onEdit({ subject: { kind: 'new', fields }, draftKey: `new:${foldAddress(person.address)}`, name: person.name || person.address }))} />
  );

  const body = () => {
    if (standing === 'self') return <Empty icon={<PersonRegular />} title={person.name} hint={texts.people.selfHint} />;
    if (standing === 'machine') return <Empty icon={<BotRegular />} title={person.name || person.address} hint={texts.people.machineHint} />;
    if (standing === 'noAddress') return <Empty icon={<MailProhibitedRegular />} title={person.name} hint={texts.people.noAddressHint} />;
    switch (verdict.kind) {
      case 'known': return card(verdict.contact);
      case 'several': return (
        <>
          <PersonHeader row={row} />
          <SentenceOf text={texts.verdictLine.several(verdict.contacts.length)} />
          {verdict.contacts.map((contact) => <div key={contact.id} className={styles.apart}>{card(contact)}</div>)}
        </>
      );
      case 'likely': return (
        <>
          <PersonHeader row={row} />
          {panel(verdict.contacts, texts.verdictLine[verdict.because])}
          {verdict.contacts.map((contact) => <div key={contact.id} className={styles.apart}>{card(contact)}</div>)}
        </>
      );
      case 'stranger': return <><PersonHeader row={row} />{panel([], texts.verdictLine.stranger)}</>;
      case 'looking': return <><PersonHeader row={row} /><SentenceOf text={texts.verdictLine.looking} /></>;
      case 'unsure': return blocked ? <PersonHeader row={row} /> : <><PersonHeader row={row} />{panel([], texts.verdictLine.unsure, false)}</>;
    }
  };

  return (
    <>
      {onBack && <BackButton onClick={onBack} />}
      {body()}
      {person.recipient === 'list' && <GroupMembers group={person} />}
    </>
  );
}

const useStyles = makeStyles({
  sentence: { display: 'block', padding: '0 16px 12px' },
  apart: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

const SentenceOf = ({ text }: { readonly text: string }) => <Text className={useStyles().sentence} role="status">{text}</Text>;

export const editContact = (contact: Contact): Editing => ({
  subject: { kind: 'existing', contact }, draftKey: `edit:${contact.id}`, name: contact.displayName || contact.companyName,
});
