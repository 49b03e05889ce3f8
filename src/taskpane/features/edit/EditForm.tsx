import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { changedFields, emptyFields, fieldsOf } from '#domain/contact';
import type { Contact, ContactFields, FolderId } from '#domain/contact';
import type { Problem } from '#domain/problem';
import { Trouble } from '../../parts/Trouble.tsx';
import type { Subject } from '../../paneState.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { EditFields } from './EditFields.tsx';
import { editState, faultsIn, fieldsToSave, readEditDraft, startEditing } from './editState.ts';
import { useDraft } from './useDraft.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', padding: '12px 16px 0' },
  foot: {
    display: 'flex', flexWrap: 'wrap', gap: '8px', position: 'sticky', bottom: 0, padding: '12px 16px', marginInline: '-16px',
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, zIndex: 1,
  },
});

type Props = {
  readonly subject: Subject;
  readonly draftKey: string;
  readonly onDirty: (dirty: boolean) => void;
  readonly onDone: (contact: Contact | null) => void;
};

type Trouble =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'clash'; readonly theirs: Contact; readonly fields: readonly (keyof ContactFields)[] };

/** Creates or changes one contact. What is typed is kept as a draft until it is saved or discarded. */
export function EditForm({ subject, draftKey, onDirty, onDone }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [base, setBase] = useState<Contact | null>(subject.kind === 'existing' ? subject.contact : null);
  const folders = useCell(services.folders);
  const startFields = useMemo(() => (base !== null ? fieldsOf(base) : subject.kind === 'new' ? subject.fields : emptyFields), [base, subject]);
  const [state, dispatch] = useReducer(editState, startFields, startEditing);
  const [folderId, setFolderId] = useState<FolderId | null>(null);
  const [phase, setPhase] = useState<'typing' | 'saving'>('typing');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [restored, setRestored] = useState(false);
  const [showFaults, setShowFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const [checked, setChecked] = useState(false);
  const dirty = restored || Object.keys(changedFields(startFields, state.fields)).length > 0;
  const kept = useMemo(() => ({ ...state, contact: base }), [state, base]);
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
        dispatch({ type: 'restored', state: found.state });
        setRestored(true);
      }
      setChecked(true);
    });
    return () => { late = true; };
  }, [services, draftKey]);

  const faults = faultsIn(state);
  const name = state.fields.displayName || (subject.kind === 'existing' ? subject.contact.displayName : '');

  async function save(onClash: 'ask' | 'keepMine') {
    if (phase === 'saving') return;
    if (faults.length > 0) {
      setShowFaults(true);
      form.current?.querySelector<HTMLElement>(`[name="${faults[0]?.field ?? ''}"]`)?.focus();
      return;
    }
    setPhase('saving');
    setTrouble(null);
    const fields = fieldsToSave(state);
    if (base === null) {
      const result = await services.create(fields, folderId);
      if (result.ok) return finish(result.value);
      setTrouble({ kind: 'problem', problem: result.problem });
    } else {
      const outcome = await services.update(base, fields, onClash);
      if (outcome.kind === 'saved') return finish(outcome.contact);
      setTrouble(outcome);
    }
    setPhase('typing');
  }

  async function finish(contact: Contact | null) {
    await draft.forget();
    onDirty(false);
    onDone(contact);
  }

  function takeTheirs(theirs: Contact) {
    // Only the fields in dispute become theirs; the rest of what was typed stays.
    const mine = base === null ? state.fields : { ...fieldsOf(theirs), ...changedFields(fieldsOf(base), state.fields) };
    const disputed = trouble?.kind === 'clash' ? trouble.fields : [];
    const merged = { ...mine, ...Object.fromEntries(disputed.map((field) => [field, theirs[field]])) } as ContactFields;
    setBase(theirs);
    dispatch({ type: 'restored', state: startEditing(merged) });
    setTrouble(null);
  }

  return (
    <form ref={form} className={styles.form} noValidate aria-label={base === null ? texts.edit.titleNew : texts.edit.titleEdit(name)}
      onSubmit={(event) => { event.preventDefault(); void save('ask'); }}>
      <Text as="h1" size={400} weight="semibold">{base === null ? texts.edit.titleNew : texts.edit.titleEdit(subject.kind === 'existing' ? subject.contact.displayName : name)}</Text>
      {restored && <MessageBar intent="info"><MessageBarBody>{texts.edit.restored}</MessageBarBody></MessageBar>}
      <EditFields state={state} dispatch={dispatch} faults={showFaults ? faults : []}
        folder={base === null ? { folders, value: folderId, onChange: setFolderId } : null} />
      {trouble?.kind === 'problem' && <Trouble problem={trouble.problem} retry={() => void save('ask')} />}
      {trouble?.kind === 'clash' && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{texts.edit.clash(trouble.fields.map((field) => texts.fields[field]).join(', '))}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void save('keepMine')}>{texts.edit.keepMine}</Button>
            <Button size="small" onClick={() => takeTheirs(trouble.theirs)}>{texts.edit.takeTheirs}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabledFocusable={phase === 'saving'} icon={phase === 'saving' ? <Spinner size="tiny" /> : null}>
          {phase === 'saving' ? texts.save.saving : texts.edit.save}
        </Button>
        <Button onClick={() => void finish(null)}>{dirty ? texts.edit.discard : texts.edit.cancel}</Button>
      </div>
    </form>
  );
}
