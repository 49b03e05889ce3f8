import { Button, MessageBar, MessageBarActions, MessageBarBody, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { changedFields, emptyFields, fieldsOf } from '#domain/contact';
import type { Contact, FolderId } from '#domain/contact';
import type { Subject } from '../../paneState.ts';
import { useDraft } from '../../parts/useDraft.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { EditContext } from './EditContext.ts';
import type { Edit } from './EditContext.ts';
import { EditFields } from './EditFields.tsx';
import { faultsIn, inFormOrder } from './editFaults.ts';
import type { EditFault } from './editFaults.ts';
import { editState, fieldsToSave, readEditDraft, startEditing } from './editState.ts';
import { foldedGroups } from './fieldGroups.ts';
import { useFocusOn } from './useFocusOn.ts';
import { useFormKeys } from './useFormKeys.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', padding: '12px 16px 0' },
  foot: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', position: 'sticky', bottom: 0, padding: '12px 16px', marginInline: '-16px',
    // Zoomed to 400 % there is no room for a foot that stays.
    '@media (max-height: 320px)': { position: 'static' },
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, zIndex: 1,
  },
  popups: { display: 'contents' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

type Props = {
  readonly subject: Subject;
  readonly draftKey: string;
  readonly onDirty: (dirty: boolean) => void;
  readonly onDone: () => void;
};

/** Creates or changes one contact. What is typed is kept as a draft until it is saved or discarded. */
export function EditForm({ subject, draftKey, onDirty, onDone }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [base, setBase] = useState<Contact | null>(subject.kind === 'existing' ? subject.contact : null);
  const { language } = useCell(services.look);
  const startFields = useMemo(() => (base !== null ? fieldsOf(base) : subject.kind === 'new' ? subject.fields : emptyFields), [base, subject]);
  const [state, dispatch] = useReducer(editState, startFields, startEditing);
  const [folderId, setFolderId] = useState<FolderId | null>(null);
  const [restored, setRestored] = useState(false);
  /** Somebody in the contacts who already has an address of this new one. */
  const [twin, setTwin] = useState<Contact | null>(null);
  /** The person wants to leave and has typed something. */
  const [asking, setAsking] = useState(false);
  const [showFaults, setShowFaults] = useState(false);
  const [word, setWord] = useState('');
  const [popups, setPopups] = useState<HTMLElement | null>(null);
  const [halfDay, setHalfDay] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const saving = useRef(false);
  /** Where the cursor was when the person wanted to leave. */
  const cursor = useRef<string | null>(null);
  const focusOn = useFocusOn(form);

  const [checked, setChecked] = useState(false);
  const dirty = restored || Object.keys(changedFields(startFields, state.fields)).length > 0;
  const kept = useMemo(() => ({ ...state, contact: base, folderId }), [state, base, folderId]);
  // Before the draft of last time has been looked for, nothing may be written over it.
  const draft = useDraft(services.drafts, draftKey, kept, dirty, checked);
  useEffect(() => onDirty(dirty), [dirty, onDirty]);

  useEffect(() => {
    let late = false;
    void services.drafts.read(draftKey).then((value) => {
      if (late) return;
      const found = readEditDraft(value);
      if (found !== null) {
        if (found.base !== null) setBase(found.base);
        setFolderId(found.folderId);
        dispatch({ type: 'restored', state: found.state });
        setRestored(true);
      }
      setChecked(true);
    });
    return () => { late = true; };
  }, [services, draftKey]);

  const stored = useMemo(() => (base === null ? null : fieldsOf(base)), [base]);
  const faults = withHalfDay(faultsIn(state, stored), halfDay);
  const shownFaults = showFaults ? faults : [];
  const name = state.fields.displayName || (subject.kind === 'existing' ? subject.contact.displayName : '');

  const edit: Edit = {
    state, dispatch, focusOn, halfDay, setHalfDay, language, popups,
    fault: (input) => {
      const found = shownFaults.find((one) => one.input === input);
      if (found === undefined) return {};
      const text = texts.edit.fault[found.kind];
      return { validationState: 'error', validationMessage: typeof text === 'function' ? text(found.most) : text };
    },
  };

  async function save(sure = false) {
    setAsking(false);
    const half = form.current?.querySelector<HTMLInputElement>('[name="birthday"]')?.validity.badInput === true;
    const [first] = withHalfDay(faultsIn(state, stored), half);
    setHalfDay(half);
    if (first !== undefined) {
      setShowFaults(true);
      // A field that is not among those looked for would stay out of sight.
      setWord('');
      focusOn(first.input);
      return;
    }
    // A second press while the first is being written down is the same wish.
    if (saving.current) return;
    saving.current = true;
    try {
      await writeDown(sure);
    } finally {
      saving.current = false;
    }
  }

  async function writeDown(sure: boolean) {
    const fields = fieldsToSave(state, stored);
    // Written down first, then the draft goes: a crash between the two can only keep too much.
    if (base === null) {
      const there = sure ? null : await services.holderOf(fields.emailAddresses.map((email) => email.address));
      if (there !== null) return setTwin(there);
      await services.create(fields, folderId);
    } else {
      await services.update(base, fields);
    }
    await finish();
  }

  async function finish() {
    await draft.forget();
    onDirty(false);
    onDone();
  }

  function leave() {
    if (!dirty) return void finish();
    if (asking) return goOn();
    cursor.current = document.activeElement?.getAttribute('name') ?? null;
    setAsking(true);
    focusOn('goOn');
  }

  function goOn() {
    setAsking(false);
    focusOn(cursor.current ?? 'givenName', 'givenName');
  }

  useFormKeys({ save: () => void save(), leave });

  return (
    <EditContext value={edit}>
      <form ref={form} className={styles.form} noValidate aria-label={base === null ? texts.edit.titleNew : texts.edit.titleEdit(name)}
        onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Text as="h1" size={400} weight="semibold">{base === null ? texts.edit.titleNew : texts.edit.titleEdit(subject.kind === 'existing' ? subject.contact.displayName : name)}</Text>
        {restored && <MessageBar intent="info"><MessageBarBody>{texts.edit.restored}</MessageBarBody></MessageBar>}
        {/* What a draft brings decides anew which groups are open. */}
        <EditFields key={restored ? 'restored' : 'fresh'}
          word={word} onWord={setWord}
          faulty={foldedGroups.filter((group) => shownFaults.some((fault) => group.fields.some((field) => field === fault.of))).map((group) => group.key)}
          folder={base === null ? { value: folderId, onChange: setFolderId } : null} />
        <div ref={setPopups} className={styles.popups} />
        <div className={styles.foot}>
          {twin && (
            <MessageBar intent="warning" layout="multiline" role="alert">
              <MessageBarBody>{texts.edit.already(twin.displayName)}</MessageBarBody>
              <MessageBarActions><Button size="small" onClick={() => void save(true)}>{texts.edit.saveAnyway}</Button></MessageBarActions>
            </MessageBar>
          )}
          {asking
            ? (
              <div className={styles.buttons} role="group" aria-label={texts.edit.discardSure}>
                <Text weight="semibold">{texts.edit.discardSure}</Text>
                <Button name="goOn" onClick={goOn}>{texts.edit.goOn}</Button>
                <Button onClick={() => void finish()}>{texts.edit.discard}</Button>
              </div>
            )
            : (
              <div className={styles.buttons}>
                <Button type="submit" appearance="primary">{texts.edit.save}</Button>
                <Button onClick={() => void finish()}>{dirty ? texts.edit.discard : texts.edit.cancel}</Button>
              </div>
            )}
        </div>
      </form>
    </EditContext>
  );
}

const withHalfDay = (faults: readonly EditFault[], half: boolean): readonly EditFault[] =>
  half ? inFormOrder([...faults.filter((fault) => fault.of !== 'birthday'), { of: 'birthday', input: 'birthday', kind: 'badDay', most: 0 }]) : faults;
