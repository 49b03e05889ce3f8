import type { Act, Change, ExtraAct } from '#domain/change';
import { canMove, mayBeGivenUp } from '#domain/change';
import type { Contact, ContactId } from '#domain/contact';
import { fieldsOf } from '#domain/contact';
import { isMailboxAct } from '#domain/change';
import type { Rows } from './backing.ts';
import type { ChangeRow } from './changeRows.ts';
import { moved } from './changeMoves.ts';
import type { PendingOrder } from './pendingOrder.ts';
import { extrasAfter, putExtras } from './extraRows.ts';
import { mailboxDone } from './mailboxDone.ts';
import { droppedWith, follow } from './pendingOrder.ts';
import { rebase } from './rebase.ts';
import { putAnswer } from './serverRows.ts';

/** What the end of one change means for the contact, for the ids and for other changes; part of its transaction. */
export const followUp = { done, dropped };

type Done = {
  /** The change as it was while it was being sent. */
  readonly before: ChangeRow;
  readonly change: Change;
  readonly order: PendingOrder;
  readonly leads: ReadonlyMap<ContactId, ContactId>;
  readonly now: number;
};

/** Gives the ids touched besides those the change itself names. */
async function done(rows: Rows, { before, change, order, leads, now }: Done): Promise<ContactId[]> {
  const { act, result, undoes } = change;
  // Everything is read before anything is written.
  const undone = undoes === null ? null : await rows.change(undoes);
  const redone = undone === null || undone.change.undoes === null ? null : await rows.change(undone.change.undoes);
  if (isMailboxAct(act)) await mailboxDone(rows, act, before.change.act.contactId, leads, now);
  if (result !== null) await putAnswer(rows, result, now);
  if (result !== null && act.kind === 'create') {
    leadTo(rows, result.id, act.restores === null ? [act.contactId] : [act.contactId, act.restores], leads, now);
  }
  if (result !== null && act.kind === 'move') leadTo(rows, result.id, [act.contactId], leads, now);
  if (!isMailboxAct(act)) putExtras(rows, result?.id ?? follow(leads, act.contactId), extrasAfter(act), now);

  if (result !== null && (act.kind === 'create' || act.kind === 'update')) {
    const meant = act.kind === 'create' ? act.fields : act.patch;
    const sameContact = new Set(later(order, before).map(({ row }) => row));
    for (const { row } of order.placed) {
      if (row.seq <= before.seq) continue;
      const named = act.kind === 'create' && row.change.act.contactId === act.contactId ? renamed(row.change.act, result) : row.change.act;
      // After an answer was lost others may have been at the contact, and theirs is not ours to lay aside.
      const next = sameContact.has(row) && !before.change.unsure ? rebase(named, meant, fieldsOf(result)) : named;
      if (next !== row.change.act) rows.putChange({ ...row, change: { ...row.change, act: next } });
    }
  }
  // What stood there before an extra was changed is known for certain only now: that is what its undo gives back.
  if (act.kind === 'extra' && act.before !== undefined) {
    for (const { row } of order.placed) {
      const { act: back, undoes: of } = row.change;
      if (of === change.id && back.kind === 'extra') rows.putChange({ ...row, change: { ...row.change, act: { ...act, contactId: back.contactId, before: act.after, after: act.before } as ExtraAct } });
    }
  }
  mark(rows, undone, 'undone');
  // The undo of an undo: what was done first holds again.
  mark(rows, redone, 'done');
  return result === null ? [] : [result.id];
}

function mark(rows: Rows, row: ChangeRow | null, state: 'undone' | 'done'): void {
  if (row && canMove(row.change.state, state) && row.change.state !== 'sending') {
    rows.putChange({ ...row, change: { ...row.change, state } });
  }
}

/** Who says one of our ids, or the id of what was brought back or moved, means the one that Graph has given now. */
export function leadTo(rows: Rows, id: ContactId, old: readonly ContactId[], leads: ReadonlyMap<ContactId, ContactId>, at: number): void {
  for (const from of new Set(old.flatMap((one) => [one, follow(leads, one)]))) if (from !== id) rows.putId({ id: from, now: id, at });
  // An id that is in use leads nowhere, so nothing ever leads round in circles.
  if (leads.has(id)) rows.removeId(id);
}

/** The pending changes of the same contact that were made after this one. */
const later = ({ placed }: PendingOrder, row: ChangeRow) => {
  const contactId = placed.find((one) => one.row.id === row.id)?.contactId;
  return placed.filter((one) => one.row.seq > row.seq && one.contactId === contactId);
};

function renamed(act: Act, now: Contact): Act {
  switch (act.kind) {
    case 'update': return { ...act, contactId: now.id, before: { ...now, ...fieldsOf(act.before) } };
    case 'delete': case 'move': return { ...act, contactId: now.id, before: now };
    case 'extra': return { ...act, contactId: now.id };
    case 'create': case 'category': case 'folder': return act;
  }
}

/**
 * Drops changes that Graph never had, and with them what makes no sense without them; see `droppedWith`. Later changes of
 * their contacts stay, on top of what was there before. Gives the changes that were dropped.
 */
function dropped(rows: Rows, first: readonly ChangeRow[], order: PendingOrder): Change[] {
  // The last first, as if each had been dropped by itself, so that what stays comes to lie on what was there before all of them.
  const all: ChangeRow[] = [];
  const ids = new Set<string>();
  for (const one of [...first].sort((a, b) => b.seq - a.seq)) {
    if (ids.has(one.id)) continue;
    for (const row of droppedWith(order, one)) {
      if (ids.has(row.id) || !mayBeGivenUp(row.change)) continue;
      ids.add(row.id);
      all.push(row);
    }
  }
  for (const row of all) rows.putChange({ ...row, change: moved(row.change, 'dropped') });
  const acts = new Map<ChangeRow, Act>();
  for (const gone of all) {
    const { act } = gone.change;
    if (act.kind !== 'update') continue;
    for (const { row } of later(order, gone)) {
      if (!ids.has(row.id)) acts.set(row, rebase(acts.get(row) ?? row.change.act, act.patch, fieldsOf(act.before)));
    }
  }
  for (const [row, act] of acts) if (act !== row.change.act) rows.putChange({ ...row, change: { ...row.change, act } });
  return all.map(({ change }) => change);
}
