import { Button, MessageBar, MessageBarBody, Text, makeStyles, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { Contact } from '#domain/contact';
import { customValueText } from '../../parts/customValueText.ts';
import { lazily } from '../../parts/lazily.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { problemText } from '../../text/problemText.ts';
import { useCell } from '../../useCell.ts';
import { useCustomValues } from './useCustomValues.ts';

const CustomEditor = lazily(() => import('./CustomEditor.tsx').then((it) => it.CustomEditor));

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px', padding: '0 16px 16px' },
  title: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '8px' },
  list: { display: 'grid', gap: '8px', margin: 0 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What a contact has in the person's own fields and their organisation's, and the way to change it. */
export function CustomSection({ contact }: { readonly contact: Contact }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { language } = useCell(services.look);
  const { fields, problem: fieldsProblem } = useCell(services.customFields.state);
  const { values, problem, draft, isLocal, readAgain } = useCustomValues(contact.id);
  const [editing, setEditing] = useState(false);
  const section = useRef<HTMLElement>(null);

  const set = fields.filter(({ id }) => values?.[id] !== undefined);
  const others = Object.entries(values ?? {}).filter(([id]) => !fields.some((field) => field.id === id));
  if (fields.length === 0 && others.length === 0 && fieldsProblem === null) return null;
  // Without having seen what is there nothing can be changed; what waits to be made has nothing yet.
  const known = values ?? (isLocal ? {} : null);
  const isEditing = known !== null && (editing || draft !== null);

  const line = (label: string, text: string, key: string) => (
    <div key={key}>
      <dt><Text size={200} className={styles.quiet}>{label}</Text></dt>
      <dd className={styles.value} dir="auto">{text}</dd>
    </div>
  );

  return (
    <section ref={section} className={styles.section} aria-label={`${texts.customFields.section}: ${contact.displayName}`}>
      <div className={styles.title}>
        <Text as="h2" weight="semibold">{texts.customFields.section}</Text>
        {fields.length > 0 && known !== null && !isEditing && (
          <Button size="small" appearance="subtle" icon={<EditRegular />} aria-label={texts.customFields.fill} title={texts.customFields.fill} onClick={() => setEditing(true)} />
        )}
      </div>
      {fieldsProblem !== null && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{problemText(texts, fieldsProblem)}</MessageBarBody></MessageBar>}
      {known === null && problem !== null && <Text size={200} className={styles.quiet} role="status">{texts.customFields.notRead} {problemText(texts, problem)}</Text>}
      {isEditing
        ? (
          <CustomEditor contact={contact} fields={fields} values={known} draft={draft} onDone={() => {
            setEditing(false);
            readAgain();
            requestAnimationFrame(() => section.current?.querySelector('button')?.focus());
          }} />
        )
        : set.length > 0 && <dl className={styles.list}>{set.map(({ id, label, kind }) => line(label, customValueText(kind, values?.[id] ?? '', texts, language), id))}</dl>}
      {others.length > 0 && (
        <>
          <Text as="h3" size={200} weight="semibold">{texts.customFields.others}</Text>
          <Text size={200} className={styles.quiet}>{texts.customFields.othersHint}</Text>
          <dl className={styles.list}>{others.map(([id, value]) => line(id.replace(/^org:/, ''), customValueText(null, value, texts, language), id))}</dl>
        </>
      )}
    </section>
  );
}
