import { Button, Field, Radio, RadioGroup, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Change } from '#domain/change';
import type { ContactFields, ContactPatch } from '#domain/contact';
import { dayText } from '../../parts/dayText.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { valueText } from './valueText.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', padding: '12px 16px 16px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  value: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Side = 'mine' | 'theirs' | 'before';

/** Two people changed the same fields: for each of them, what to keep. Nothing is sent before the choice. */
export function Conflict({ change, onDone }: { readonly change: Change; readonly onDone: () => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { language } = useCell(services.look);
  const [chosen, setChosen] = useState<Partial<Record<keyof ContactFields, Side>>>({});
  const { act, dispute } = change;
  if (act.kind !== 'update' || dispute === null) return null;
  const { before, patch } = act;

  const valueOf = (field: keyof ContactFields, side: Side): unknown =>
    side === 'mine' ? patch[field] : side === 'theirs' ? dispute.theirs[field] : before[field];

  const textOf = (field: keyof ContactFields, side: Side): string => {
    const text = valueText(texts, valueOf(field, side));
    return field === 'birthday' ? dayText(text, language) : text;
  };

  async function save() {
    if (dispute === null) return;
    const values = Object.fromEntries(dispute.fields.map((field) => [field, valueOf(field, chosen[field] ?? 'mine')])) as ContactPatch;
    await services.resolve(change.id, values);
    onDone();
  }

  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save(); }} aria-label={texts.conflict.title(change.name)}>
      <Text as="h1" size={400} weight="semibold">{texts.conflict.title(change.name)}</Text>
      <Text className={styles.quiet}>{texts.conflict.hint}</Text>
      {dispute.fields.map((field) => (
        <Field key={field} label={texts.fields[field]}>
          <RadioGroup value={chosen[field] ?? 'mine'} onChange={(_, { value }) => setChosen((all) => ({ ...all, [field]: value as Side }))}>
            {(['mine', 'theirs', 'before'] as const).map((side) => (
              <Radio key={side} value={side} label={<span className={styles.value}>{texts.conflict[side]}: {textOf(field, side)}</span>} />
            ))}
          </RadioGroup>
        </Field>
      ))}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">{texts.conflict.save}</Button>
        <Button onClick={onDone}>{texts.conflict.later}</Button>
      </div>
    </form>
  );
}
