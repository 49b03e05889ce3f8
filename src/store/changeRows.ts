import type { Category } from '#domain/category';
import type { Act, Change, ChangeId, ChangeState, FolderLook } from '#domain/change';
import { changeLabels, isPending, nextStates } from '#domain/change';
import type { Contact, ContactId } from '#domain/contact';
import { emptyFields } from '#domain/contact';
import { extraNames, isExtra, readExtras } from '#domain/extras';
import type { MetaRow } from './rows.ts';
import { isContact, isFields, isPatch, isRecord, isText, isTextOrNull } from './rows.ts';

export type ChangeRow = {
  readonly id: ChangeId;
  /** The order in which changes were written down. Clocks go back and two acts share a millisecond; this does not. */
  readonly seq: number;
  readonly change: Change;
  /** It lies on a disk that does not work, and may not be sent from here; see `rescue`. Never on the disk itself. */
  readonly held?: true;
};

/** That who says `id` means `now`. Followed until there is no row any more. */
export type IdRow = { readonly id: ContactId; readonly now: ContactId; readonly at: number };

export const inOrder = (rows: readonly ChangeRow[]): ChangeRow[] => [...rows].sort((a, b) => a.seq - b.seq);

const states = Object.keys(nextStates) as ChangeState[];
export const pendingStates: readonly ChangeState[] = states.filter((state) => isPending({ state }));

/**
 * A change as it lies on the disk; null when what was to be done cannot be told. Unlike a contact it cannot be
 * fetched again, so everything else is mended: a field that a later version added is empty, a claim nobody can read
 * has run out, a dispute nobody can read arises again when the change is sent.
 */
export function readChangeRow(raw: unknown): ChangeRow | null {
  if (!isRecord(raw) || !isText(raw.id) || typeof raw.seq !== 'number' || !isRecord(raw.change)) return null;
  const { change } = raw;
  const act = readAct(change.act);
  if (act === null || change.id !== raw.id || !isState(change.state)) return null;
  const dispute = readDispute(change.dispute);
  const state = change.state === 'disputed' && (dispute === null || act.kind !== 'update') ? 'waiting' : change.state;
  const result = filledContact(change.result);
  return {
    id: raw.id,
    seq: raw.seq,
    change: {
      id: raw.id,
      group: isText(change.group) ? change.group : raw.id,
      at: typeof change.at === 'number' ? change.at : 0,
      act,
      label: changeLabels.find((label) => label === change.label) ?? labelOf[act.kind],
      name: isText(change.name) ? change.name : '',
      state,
      undoes: isText(change.undoes) ? change.undoes : null,
      unsure: typeof change.unsure === 'boolean' ? change.unsure : isPending({ state }),
      ...(change.behindGroup === true ? { behindGroup: true } : {}),
      claim: readClaim(change.claim),
      problem: readProblem(change.problem) ?? (state === 'refused' ? unknownProblem : null),
      dispute: state === 'disputed' ? dispute : null,
      result,
    },
  };
}

/** Where a change that cannot be read is laid aside, as it is: it might be all there is of what somebody did. */
export const unreadableChange = (raw: unknown): MetaRow =>
  ({ key: `unreadable change ${isRecord(raw) ? String(raw.id) : ''}`, value: raw });

export const readIdRow = (raw: unknown): IdRow | null =>
  isRecord(raw) && isText(raw.id) && isText(raw.now) && typeof raw.at === 'number' ? (raw as IdRow) : null;

const labelOf = {
  create: 'created', update: 'updated', delete: 'removed', extra: 'updated', move: 'moved', category: 'categoryRecoloured',
  folder: 'folderRenamed',
} as const satisfies Record<Act['kind'], Change['label']>;

const isState = (raw: unknown): raw is ChangeState => (states as readonly unknown[]).includes(raw);

function readAct(raw: unknown): Act | null {
  if (!isRecord(raw) || !isText(raw.contactId)) return null;
  const { contactId } = raw;
  const photo = isText(raw.photo) ? raw.photo : null;
  const extras = isRecord(raw.extras) ? { extras: readExtras(raw.extras) } : {};
  const madeBy = { ...(isText(raw.madeBy) ? { madeBy: raw.madeBy } : {}), ...(raw.goneBefore === true ? { goneBefore: true as const } : {}) };
  switch (raw.kind) {
    case 'create': {
      const fields = filled(raw.fields);
      if (!isTextOrNull(raw.folderId) || !isFields(fields)) return null;
      return { kind: 'create', contactId, folderId: raw.folderId, fields, photo, ...extras, ...madeBy, restores: isText(raw.restores) ? raw.restores : null };
    }
    case 'update': {
      const before = filledContact(raw.before);
      return before !== null && isPatch(raw.patch) ? { kind: 'update', contactId, before, patch: raw.patch } : null;
    }
    case 'delete': {
      const before = filledContact(raw.before);
      return before !== null ? { kind: 'delete', contactId, before, photo, ...extras, ...madeBy } : null;
    }
    case 'extra': {
      const of = extraNames.find((name) => name === raw.of);
      if (of === undefined || !isExtra(of, raw.after)) return null;
      return { kind: 'extra', contactId, of, after: raw.after, ...(isExtra(of, raw.before) ? { before: raw.before } : {}) } as Act;
    }
    case 'move': {
      const before = filledContact(raw.before);
      if (before === null || !isText(raw.folderId)) return null;
      return {
        kind: 'move', contactId, before, folderId: raw.folderId, extras: extras.extras ?? null,
        copyId: isText(raw.copyId) ? raw.copyId : null, ...(raw.copyDiffers === true ? { copyDiffers: true } : {}), ...(raw.givenUp === true ? { givenUp: true } : {}),
      };
    }
    case 'category': {
      const [before, after] = [readCategory(raw.before), readCategory(raw.after)];
      return before === undefined || after === undefined ? null : { kind: 'category', contactId, before, after };
    }
    case 'folder': {
      const [before, after] = [readFolderLook(raw.before), readFolderLook(raw.after)];
      if (before === undefined || after === undefined) return null;
      return {
        kind: 'folder', contactId, before, after, restores: isText(raw.restores) ? raw.restores : null,
        ...(typeof raw.lists === 'number' ? { lists: raw.lists } : {}),
      };
    }
    default:
      return null;
  }
}

const readCategory = (raw: unknown): Category | null | undefined =>
  raw === null ? null : isRecord(raw) && isText(raw.id) && isText(raw.displayName) && isText(raw.color) ? (raw as Category) : undefined;

const readFolderLook = (raw: unknown): FolderLook | null | undefined =>
  raw === null ? null : isRecord(raw) && isText(raw.displayName) && isText(raw.parentFolderId)
    ? { displayName: raw.displayName, parentFolderId: raw.parentFolderId } : undefined;

const filled = (raw: unknown): unknown => (isRecord(raw) ? { ...emptyFields, ...raw } : raw);

function filledContact(raw: unknown): Contact | null {
  const contact = filled(raw);
  return isContact(contact) ? contact : null;
}

function readClaim(raw: unknown): Change['claim'] {
  return isRecord(raw) && isText(raw.by) && typeof raw.until === 'number' ? { by: raw.by, until: raw.until } : null;
}

const unknownProblem: NonNullable<Change['problem']> = { kind: 'notUnderstood', from: 'store' };

function readProblem(raw: unknown): Change['problem'] {
  if (raw === null || raw === undefined) return null;
  return isRecord(raw) && isText(raw.kind) ? (raw as Change['problem']) : unknownProblem;
}

function readDispute(raw: unknown): Change['dispute'] {
  if (!isRecord(raw) || !Array.isArray(raw.fields)) return null;
  const theirs = filledContact(raw.theirs);
  const { fields } = raw;
  const isNames = fields.every((name): name is keyof typeof emptyFields => isText(name) && name in emptyFields);
  return theirs !== null && isNames ? { theirs, fields } : null;
}
