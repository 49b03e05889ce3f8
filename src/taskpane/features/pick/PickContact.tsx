import { Button, Spinner, Text, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { contactLimits } from '#domain/contact';
import type { Contact } from '#domain/contact';
import type { PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import { Trouble } from '../../parts/Trouble.tsx';
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
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<{ problem: Problem; contact: Contact } | null>(null);

  async function choose(contact: Contact) {
    setBusy(true);
    setTrouble(null);
    const result = await services.addAddress(contact, person);
    setBusy(false);
    if (result.ok) onDone();
    else setTrouble({ problem: result.problem, contact });
  }

  return (
    <>
      <Text as="h1" block size={400} weight="semibold" className={styles.head}>{texts.pick.title(person.address)}</Text>
      <ContactSearch
        label={texts.pick.search} autoFocus onChoose={(contact) => void choose(contact)}
        unfit={(contact) => (contact.emailAddresses.length >= contactLimits.emailAddresses ? texts.save.full : null)}
        footer={(
          <div className={styles.foot}>
            {busy && <Spinner size="tiny" label={texts.save.saving} />}
            {trouble && <Trouble problem={trouble.problem} retry={() => void choose(trouble.contact)} />}
            <Button onClick={onDone}>{texts.pick.cancel}</Button>
          </div>
        )}
      />
    </>
  );
}
