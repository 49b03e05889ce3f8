import { Button, Field, Input, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import type { ContactFields } from '#domain/contact';
import { draftFromPerson } from '#domain/contactDraft';
import { displayNameOf, fileAsOf } from '#domain/nameForms';
import { foldAddress } from '#domain/normalize';
import type { PersonOnItem } from '#domain/personOnItem';
import { useDraft } from '../../parts/useDraft.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import type { KeptSteps, Step } from './keptSteps.ts';
import { isChanged, parts, stepsDraft } from './stepsDraft.ts';
import type { Part } from './stepsDraft.ts';
import { plainly, SaveOptions } from './SaveOptions.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '10px', padding: '12px 16px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '8px' },
  input: { minWidth: 0, width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = {
  readonly people: readonly PersonOnItem[];
  readonly draftKey: string;
  /** Where one was before another page was opened. */
  readonly kept: KeptSteps;
  /** Whether leaving would lose something. */
  readonly onDirty: (dirty: boolean) => void;
  /** Saved, or given up. */
  readonly onDone: () => void;
};

/** A look at each new person before all of them are saved as one act: how the name is taken apart, and the company. */
export function GoOver({ people, draftKey, kept, onDirty, onDone }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { over } = texts.rollCall;
  const [before] = useState(() => kept.read(people));
  const [starts] = useState(() => people.map(draftFromPerson));
  const [steps, setSteps] = useState<readonly Step[]>(() => before?.steps ?? people.map((person, n) => ({ person, fields: starts[n] ?? draftFromPerson(person), skipped: false })));
  const [at, setAt] = useState(before?.at ?? 0);
  const [options, setOptions] = useState(before?.options ?? plainly);
  useEffect(() => kept.keep(people, { steps, at, options }), [kept, people, steps, at, options]);
  const [touched, setTouched] = useState(before !== null);
  const toKeep = useMemo(() => stepsDraft({ steps, at, options }, starts), [steps, at, options, starts]);
  const draft = useDraft(services.drafts, draftKey, toKeep, touched, true);
  const touch = () => {
    setTouched(true);
    onDirty(true);
  };
  // Whoever was saved in another way meanwhile is not to be saved twice.
  useEffect(() => {
    if (before === null) return;
    onDirty(true);
    let late = false;
    void Promise.all(before.steps.map(({ person }) => services.holderOf([person.address]))).then((holders) => {
      if (!late && holders.some((holder) => holder !== null)) setSteps((now) => now.map((one, n) => (holders[n] ? { ...one, skipped: true } : one)));
    });
    return () => { late = true; };
  }, [before, services, onDirty]);
  const taken = steps.filter(({ skipped }) => !skipped);
  const step = steps[at];

  const change = (to: Partial<Step>) => {
    touch();
    setSteps((before) => before.map((one, n) => (n === at ? { ...one, ...to } : one)));
  };
  const write = (part: Part, value: string) => { if (step) change({ fields: { ...step.fields, [part]: value } }); };
  const save = () => {
    onDirty(false);
    const all = steps.flatMap(({ fields, skipped }, n) => (skipped ? [] : [{
      fields: { ...(isChanged(fields, starts[n]) ? named(fields) : fields), categories: options.categories }, folderId: options.folderId,
    }]));
    // Written down first: what was typed is never only on its way.
    void services.createMany(all).then(draft.forget);
    onDone();
  };
  const giveUp = () => {
    onDirty(false);
    void draft.forget();
    onDone();
  };
  const next = (event: FormEvent) => {
    event.preventDefault();
    touch();
    setAt(at + 1);
  };
  const skip = () => {
    change({ skipped: true });
    setAt(at + 1);
  };

  return (
    <form className={styles.page} onSubmit={step ? next : (event) => { event.preventDefault(); save(); }}>
      <Text as="h1" size={400} weight="semibold">{over.title}</Text>
      <ProgressBar aria-label={over.progress} max={steps.length} value={at} />
      {step ? (
        <>
          <Text size={200} className={styles.quiet} role="status">
            {[over.of(at + 1, steps.length), nameAsWritten(step.person), step.person.address, step.skipped ? over.skipped : ''].filter(Boolean).join(' · ')}
          </Text>
          {/* Another person is another set of fields: the focus begins in the first. */}
          <div key={at} className={styles.pair}>
            {parts.map((part, n) => (
              <Field key={part} label={texts.fields[part]}>
                <Input className={styles.input} value={step.fields[part]} autoFocus={n === 0} autoComplete="off" onChange={(_, { value }) => write(part, value)} />
              </Field>
            ))}
          </div>
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary">{at + 1 < steps.length ? over.next : over.last}</Button>
            {step.skipped ? <Button onClick={() => change({ skipped: false })}>{over.take}</Button> : <Button onClick={skip}>{over.skip}</Button>}
            <Button disabledFocusable={at === 0} onClick={() => setAt(Math.max(0, at - 1))}>{over.back}</Button>
          </div>
        </>
      ) : (
        <>
          <Text role="status">{over.ready(taken.length)} {taken.length < steps.length ? over.skippedCount(steps.length - taken.length) : ''}</Text>
          <SaveOptions value={options} onChange={(next) => { touch(); setOptions(next); }} />
          <div className={styles.buttons}>
            {taken.length > 0 && <Button type="submit" appearance="primary" autoFocus>{over.save(taken.length)}</Button>}
            <Button onClick={() => setAt(Math.max(0, at - 1))}>{over.back}</Button>
          </div>
        </>
      )}
      <div className={styles.buttons}>
        {step && taken.length > 1 && <Button appearance="subtle" size="small" onClick={() => setAt(steps.length)}>{over.saveRest(taken.length)}</Button>}
        <Button appearance="subtle" size="small" onClick={giveUp}>{over.cancel}</Button>
      </div>
    </form>
  );
}

/** Whoever looks at how a name was taken apart wants to see the whole. */
const nameAsWritten = ({ name, address }: PersonOnItem): string => (foldAddress(name) === foldAddress(address) ? '' : name);

/** With the name that these parts make; where they make none, the one the mail gives stays. */
function named(fields: ContactFields): ContactFields {
  const displayName = displayNameOf(fields) || fields.displayName;
  const whole = { ...fields, displayName, emailAddresses: fields.emailAddresses.map((one) => ({ ...one, name: displayName })) };
  return { ...whole, fileAs: fileAsOf(whole) };
}
