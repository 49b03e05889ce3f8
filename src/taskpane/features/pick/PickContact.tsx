import { Button, Text, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { contactLimits } from '#domain/contact';
import type { Contact } from '#domain/contact';
import type { PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import { ProblemBar } from '../../parts/ProblemBar.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { ContactSearch } from './ContactSearch.tsx';

const useStyles = makeStyles({
  head: { padding: '12px 16px 0', overflowWrap: 'anywhere' },
  foot: { display: 'grid', gap: '8px', justifyItems: 'start' },
});

type Props = { readonly person: PersonOnItem; readonly onDone: () => void };

/** Chooses the contact that a person's address is added to. */
export function PickContact({ person, onDone }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [problem, setProblem] = useState<Problem | null>(null);

  async function choose(contact: Contact) {
    const result = await services.addAddress(contact, person);
    if (result.ok) onDone();
    else setProblem(result.problem);
  }

  return (
    <>
      <Text as="h1" block size={400} weight="semibold" className={styles.head}>{texts.pick.title(person.address)}</Text>
      <ContactSearch
        label={texts.pick.search} autoFocus onChoose={(contact) => void choose(contact)}
        unfit={(contact) => (contact.emailAddresses.length >= contactLimits.emailAddresses ? texts.save.full : null)}
        footer={(
          <div className={styles.foot}>
            {problem && <ProblemBar problem={problem} />}
            <Button onClick={onDone}>{texts.pick.cancel}</Button>
          </div>
        )}
      />
    </>
  );
}
