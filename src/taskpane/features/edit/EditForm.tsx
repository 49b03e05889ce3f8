import { Button, MessageBar, MessageBarActions, MessageBarBody, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { changedFields, emptyFields, fieldsOf } from '#domain/contact';
import type { Contact, FolderId } from '#domain/contact';
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
    // Zoomed to 400 % there is no room for a foot that stays.
    '@media (max-height: 320px)': { position: 'static' },
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, zIndex: 1,
  },
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
  const folders = useCell(services.folders);
  const startFields = useMemo(() => (base !== null ? fieldsOf(base) : subject.kind === 'new' ? subject.fields : emptyFields), [base, subject]);
  const [state, dispatch] = useReducer(editState, startFields, startEditing);
  const [folderId, setFolderId] = useState<FolderId | null>(null);
  const [restored, setRestored] = useState(false);
  /** Somebody in the contacts who already has an address of this new one. */
  const [twin, setTwin] = useState<Contact | null>(null);
  const [showFaults, setShowFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);

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

  const faults = faultsIn(state);
  const name = state.fields.displayName || (subject.kind === 'existing' ? subject.contact.displayName : '');

  async function save(sure = false) {
    if (faults.length > 0) {
      setShowFaults(true);
      form.current?.querySelector<HTMLElement>(`[name="${faults[0]?.field ?? ''}"]`)?.focus();
      return;
    }
    const fields = fieldsToSave(state);
    // Written down first, then the draft goes: a crash between the two can only keep too much.
    if (base === null) {
      const there = sure ? null : await services.holderOf(fields.emailAddresses.map((email) => email.address));
      if (there !== null) return setTwin(there);
      await services.create(fields, folderId);
    } else {
      // Only what was typed counts: tidying what was stored untidily is nobody's wish.
      await services.update(base, { ...fieldsOf(base), ...changedFields(fieldsToSave(startEditing(fieldsOf(base))), fields) });
    }
    await finish();
  }

  async function finish() {
    await draft.forget();
    onDirty(false);
    onDone();
  }

  return (
    <form ref={form} className={styles.form} noValidate aria-label={base === null ? texts.edit.titleNew : texts.edit.titleEdit(name)}
      onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Text as="h1" size={400} weight="semibold">{base === null ? texts.edit.titleNew : texts.edit.titleEdit(subject.kind === 'existing' ? subject.contact.displayName : name)}</Text>
      {restored && <MessageBar intent="info"><MessageBarBody>{texts.edit.restored}</MessageBarBody></MessageBar>}
      <EditFields state={state} dispatch={dispatch} faults={showFaults ? faults : []}
        folder={base === null ? { folders, value: folderId, onChange: setFolderId } : null} />
      <div className={styles.foot}>
        {twin && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>{texts.edit.already(twin.displayName)}</MessageBarBody>
            <MessageBarActions><Button size="small" onClick={() => void save(true)}>{texts.edit.saveAnyway}</Button></MessageBarActions>
          </MessageBar>
        )}
        <Button type="submit" appearance="primary">{texts.edit.save}</Button>
        <Button onClick={() => void finish()}>{dirty ? texts.edit.discard : texts.edit.cancel}</Button>
      </div>
    </form>
  );
}
