import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { EditRegular, PeopleAddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { contactLimits } from '#domain/contact';
import type { Contact } from '#domain/contact';
import type { PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import { ProblemBar } from '../../parts/ProblemBar.tsx';
import { QuickSave } from '../../parts/QuickSave.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';

const useStyles = makeStyles({
  panel: { display: 'grid', gap: '8px', padding: '0 16px 12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  candidates: { display: 'grid', gap: '8px' },
  wide: { width: '100%' },
});

type Props = {
  readonly person: PersonOnItem;
  /** Contacts this person might be. */
  readonly candidates: readonly Contact[];
  readonly sentence: string;
  /** False while not all contacts have been read: saving is possible, yet not the first thing to offer. */
  readonly certain: boolean;
  readonly onDetails: () => void;
  readonly onPick: () => void;
};

/** What to do with somebody who is not a contact yet: save, save with details, or add to a contact. */
export function SavePanel({ person, candidates, sentence, certain, onDetails, onPick }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [problem, setProblem] = useState<Problem | null>(null);

  async function add(contact: Contact) {
    const result = await services.addAddress(contact, person);
    setProblem(result.ok ? null : result.problem);
  }

  return (
    <section className={styles.panel}>
      <Text className={styles.quiet}>{sentence}</Text>
      {candidates.length > 0 && (
        <div className={styles.candidates}>
          {candidates.map((contact) => {
            const full = contact.emailAddresses.length >= contactLimits.emailAddresses;
            return (
              <div key={contact.id}>
                <Button className={styles.wide} appearance="primary" icon={<PeopleAddRegular />} disabledFocusable={full} onClick={full ? undefined : () => void add(contact)}>
                  {texts.save.addHere(contact.displayName)}
                </Button>
                {full && <Text as="p" size={200} className={styles.quiet}>{texts.save.full}</Text>}
              </div>
            );
          })}
        </div>
      )}
      {problem && <ProblemBar problem={problem} />}
      {candidates.length === 0 && certain
        ? <QuickSave person={person} look="large" />
        : <Button onClick={onDetails}>{texts.save.saveAsNew}</Button>}
      {candidates.length === 0 && certain && <Button icon={<EditRegular />} onClick={onDetails}>{texts.save.details}</Button>}
      <Button icon={<PeopleAddRegular />} onClick={onPick}>{texts.save.addToExisting}</Button>
    </section>
  );
}
