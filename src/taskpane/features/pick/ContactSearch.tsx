import { Button, Field, SearchBox, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { everybody } from '#domain/browseQuery';
import type { Contact } from '#domain/contact';
import { contactLine } from '../../parts/contactLine.ts';
import { Face } from '../../parts/Face.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useBrowse } from '../../useBrowse.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', padding: '8px 16px 16px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '10px', alignItems: 'center', textAlign: 'start',
    justifyContent: 'start', width: '100%', maxWidth: 'none', padding: '6px 8px', fontWeight: tokens.fontWeightRegular,
  },
  text: { display: 'grid', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const shown = 50;

type Props = {
  readonly label: string;
  readonly autoFocus?: boolean;
  /** Offered before anything is typed. */
  readonly initial?: string;
  readonly onChoose: (contact: Contact) => void;
  /** Beside a found contact, e.g. why it cannot be chosen; null lets it be chosen. */
  readonly unfit?: (contact: Contact) => string | null;
  readonly footer?: ReactNode;
};

/** Finds contacts by any part of any field, from what this device holds. */
export function ContactSearch({ label, autoFocus = false, initial = '', onChoose, unfit, footer }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [text, setText] = useState(initial);
  const wanted = text.trim();
  const query = useMemo(() => (wanted === '' ? null : { ...everybody, text: wanted }), [wanted]);
  const found = useBrowse(query, 0, shown);
  const { lastAt, phase } = useCell(services.sync);
  const { language } = useCell(services.look);
  const contacts = found?.rows.flatMap((contact) => contact ?? []) ?? [];

  return (
    <div className={styles.box}>
      <Field label={label} hint={texts.people.searchHint}>
        {/* Focus goes here only after the person asked for the search; never by itself when a mail opens. */}
        <SearchBox autoFocus={autoFocus} value={text} onChange={(_, data) => setText(data.value)} />
      </Field>
      {wanted !== '' && found === null && <Spinner size="tiny" />}
      {wanted !== '' && found !== null && (contacts.length === 0
        ? <Text role="status" className={styles.quiet}>{!found.isComplete || (lastAt === null && phase === 'syncing') ? texts.people.stillReading : texts.people.nothingFound}</Text>
        : (
          <ul className={styles.list}>
            {contacts.map((contact) => {
              const reason = unfit?.(contact) ?? null;
              const name = contact.displayName || contact.companyName || texts.card.emptyName;
              const detail = reason ?? contactLine(contact, wanted, texts, language).detail;
              return (
                <li key={contact.id}>
                  <Button appearance="subtle" className={styles.item} disabledFocusable={reason !== null}
                    onClick={reason === null ? () => onChoose(contact) : undefined}>
                    <Face name={name} size={28} contactId={contact.id} />
                    <span className={styles.text}>
                      <Text className={styles.line} weight="semibold">{name}</Text>
                      <Text className={styles.line} size={200}>{detail}</Text>
                    </span>
                  </Button>
                </li>
              );
            })}
          </ul>
        ))}
      {footer}
    </div>
  );
}
