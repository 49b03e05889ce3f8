import { Button, MessageBar, MessageBarBody, Text, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowDownRegular, ArrowUpRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { CustomField } from '#domain/customField';
import type { Problem } from '#domain/problem';
import { ProblemBar } from '../../parts/ProblemBar.tsx';
import { useServices } from '../../ServicesContext.ts';
import { problemText } from '../../text/problemText.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { FieldForm } from './FieldForm.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', padding: '10px 16px 16px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '4px', minHeight: '36px' },
  text: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex' },
  panel: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', padding: '12px', borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`, overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  add: { justifySelf: 'start' },
});

type Doing = { readonly what: 'add' } | { readonly what: 'edit' | 'remove'; readonly id: string };

/** Which fields every contact has besides Outlook's: the person's own, to be changed here, and their organisation's. */
export function OwnFields() {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { fields, problem: fieldsProblem } = useCell(services.customFields.state);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const own = fields.filter(({ source }) => source === 'own');
  const organisation = fields.filter(({ source }) => source === 'organisation');
  const t = texts.customFields;

  useEffect(() => void services.customFields.load(), [services]);

  const focusOn = (label: string) => requestAnimationFrame(() => {
    const buttons = [...page.current?.querySelectorAll<HTMLElement>('button') ?? []];
    (buttons.find((button) => button.getAttribute('aria-label') === label) ?? buttons.at(-1))?.focus();
  });
  /** What was typed stays in sight when it was not kept. */
  const keep = async (next: readonly CustomField[], focus: string): Promise<boolean> => {
    const kept = await services.customFields.setOwn(next);
    setProblem(kept.ok ? null : kept.problem);
    if (!kept.ok) return false;
    setDoing(null);
    focusOn(focus);
    return true;
  };
  const swap = (at: number, other: number, label: string) => {
    const next = [...own];
    const [one, two] = [own[at], own[other]];
    if (one === undefined || two === undefined) return;
    next[at] = two;
    next[other] = one;
    void keep(next, label);
  };
  const close = (focus: string) => {
    setDoing(null);
    setProblem(null);
    focusOn(focus);
  };

  const row = (field: CustomField, at: number) => {
    const { id, label } = field;
    if (doing?.what === 'edit' && doing.id === id) {
      return (
        <li key={id} className={styles.panel}>
          <FieldForm field={field} others={fields.filter((one) => one.id !== id)} onCancel={() => close(t.edit(label))}
            onSave={(changed) => keep(own.map((one) => (one.id === id ? changed : one)), t.edit(changed.label))} />
        </li>
      );
    }
    return (
      <li key={id}>
        <div className={styles.row}>
          <div className={styles.text}>
            <Text>{label}</Text>
            <Text size={200} className={styles.quiet}>{t.kinds[field.kind]}{field.choices.length > 0 ? `: ${field.choices.join(', ')}` : ''}</Text>
          </div>
          <div className={styles.buttons}>
            <Button size="small" appearance="subtle" icon={<ArrowUpRegular />} aria-label={t.up(label)} title={t.up(label)} disabledFocusable={at === 0} onClick={() => swap(at, at - 1, t.up(label))} />
            <Button size="small" appearance="subtle" icon={<ArrowDownRegular />} aria-label={t.down(label)} title={t.down(label)} disabledFocusable={at === own.length - 1} onClick={() => swap(at, at + 1, t.down(label))} />
            <Button size="small" appearance="subtle" icon={<EditRegular />} aria-label={t.edit(label)} title={t.edit(label)} onClick={() => setDoing({ what: 'edit', id })} />
            <Button size="small" appearance="subtle" icon={<DeleteRegular />} aria-label={t.remove(label)} title={t.remove(label)} onClick={() => setDoing({ what: 'remove', id })} />
          </div>
        </div>
        {doing?.what === 'remove' && doing.id === id && (
          <div className={styles.panel} role="group" aria-label={t.removeSure(label)} onKeyDown={(event) => { if (event.key === 'Escape') close(t.remove(label)); }}>
            <Text weight="semibold">{t.removeSure(label)}</Text>
            <Text size={200}>{t.removeHint}</Text>
            <div className={styles.actions}>
              <Button appearance="primary" onClick={() => void keep(own.filter((one) => one.id !== id), '')}>{t.removeGo}</Button>
              <Button autoFocus onClick={() => close(t.remove(label))}>{t.cancel}</Button>
            </div>
          </div>
        )}
      </li>
    );
  };

  return (
    <div className={styles.page} ref={page}>
      <Text as="h1" size={400} weight="semibold">{t.title}</Text>
      <Text size={200} className={styles.quiet}>{t.hint}</Text>
      {own.length === 0 && <Text>{t.none}</Text>}
      {own.length > 0 && <ul className={styles.list} aria-label={t.title}>{own.map(row)}</ul>}
      {problem !== null && <ProblemBar problem={problem} />}
      {doing?.what === 'add'
        ? (
          <div className={styles.panel}>
            <FieldForm field={null} others={fields} onCancel={() => close('')} onSave={(added) => keep([...own, added], '')} />
          </div>
        )
        : <Button className={styles.add} icon={<AddRegular />} onClick={() => setDoing({ what: 'add' })}>{t.add}</Button>}
      {fieldsProblem !== null && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{problemText(texts, fieldsProblem)}</MessageBarBody></MessageBar>}
      {organisation.length > 0 && (
        <>
          <Text as="h2" weight="semibold">{t.organisation}</Text>
          <Text size={200} className={styles.quiet}>{t.organisationHint}</Text>
          <ul className={styles.list} aria-label={t.organisation}>
            {organisation.map(({ id, label, kind }) => <li key={id} className={styles.text}><Text>{label}</Text><Text size={200} className={styles.quiet}>{t.kinds[kind]}</Text></li>)}
          </ul>
        </>
      )}
    </div>
  );
}
