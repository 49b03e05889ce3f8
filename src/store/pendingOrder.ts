import { waitsForPerson } from '#domain/change';
import type { Act, Change } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { ChangeRow, IdRow } from './changeRows.ts';
import { inOrder } from './changeRows.ts';

/** A pending change with the contact it is about, whatever id it was made under. */
export type Placed = {
  readonly row: ChangeRow;
  readonly contactId: ContactId;
  /** The contact that a create brings back, by the id it had until then. */
  readonly restores: ContactId | null;
  /** The folders it writes into: one that is still to be made or renamed comes first. */
  readonly needs: readonly string[];
};

export type PendingOrder = {
  /** In the order they were made. */
  readonly placed: readonly Placed[];
  /** Where to look for a contact next, when there is none under this id. */
  next(id: ContactId): ContactId | null;
  /** Where that ends. */
  end(id: ContactId): ContactId;
};

/**
 * The pending changes in order, each with its contact. An id leads on through `ids` to the one in use now; behind a
 * pending create that brings a contact back, the id the contact had leads to the one it is going to have.
 */
export function pendingOrder(rows: readonly ChangeRow[], ids: readonly IdRow[]): PendingOrder {
  const leads = new Map(ids.map(({ id, now }) => [id, now]));
  const placed = inOrder(rows).map((row): Placed => {
    const { act } = row.change;
    const contactId = follow(leads, act.contactId);
    const restored = (act.kind === 'create' || act.kind === 'folder') && act.restores !== null ? follow(leads, act.restores) : contactId;
    if (restored !== contactId) leads.set(restored, contactId);
    return { row, contactId, restores: restored === contactId ? null : restored, needs: neededBy(act).map((id) => follow(leads, id)) };
  });
  return { placed, next: (id) => leads.get(id) ?? null, end: (id) => follow(leads, id) };
}

function neededBy(act: Act): readonly string[] {
  switch (act.kind) {
    case 'create': return act.folderId === null ? [] : [act.folderId];
    case 'move': return [act.folderId];
    case 'folder': return act.after === null ? [] : [act.after.parentFolderId];
    default: return [];
  }
}

export function follow(leads: ReadonlyMap<ContactId, ContactId>, id: ContactId): ContactId {
  const seen = new Set<ContactId>();
  let now = id;
  for (let next = leads.get(now); next !== undefined && !seen.has(next); next = leads.get(now)) {
    seen.add(next);
    now = next;
  }
  return now;
}

/**
 * The first changes that may be sent, side by side: `waiting`, or `sending` by somebody who is gone or whose time is over, and behind no other
 * pending change of its contact. What brings a contact back belongs to the contact it had been, too. A change of fields or of
 * one of the extras that waits for the person holds up its own kind alone: a flag need not wait for a name to be corrected.
 */
export function toSend(
  order: PendingOrder, now: number, alive: ReadonlySet<string> | null, most: number, heldUp: ReadonlySet<string> = new Set(),
): readonly ChangeRow[] {
  const chosen: ChangeRow[] = [];
  const busy = new Set<ContactId>();
  const stuck = new Map<ContactId, Set<string>>();
  const groups = new Set<string>();
  for (const { row, contactId, restores, needs } of order.placed) {
    const part = partOf(row.change.act);
    const isStuck = part !== null && (waitsForPerson(row.change) || stuck.get(contactId)?.has(part) === true);
    const isBehind = busy.has(contactId) || (restores !== null && busy.has(restores)) || needs.some((id) => busy.has(id))
      || (row.change.behindGroup === true && groups.has(row.change.group));
    if (!isBehind && !isStuck && !row.held && !heldUp.has(row.id) && mayBeSent(row.change, now, alive)) chosen.push(row);
    if (chosen.length >= most) break;
    groups.add(row.change.group);
    if (isStuck) stuck.set(contactId, (stuck.get(contactId) ?? new Set()).add(part));
    else busy.add(contactId);
    if (restores !== null) busy.add(restores);
  }
  return chosen;
}

/** What of a contact a change is about, where it is about a part of it only. */
const partOf = (act: Act): string | null => (act.kind === 'update' ? 'fields' : act.kind === 'extra' ? act.of : null);

const mayBeSent = ({ state, claim }: Change, now: number, alive: ReadonlySet<string> | null): boolean =>
  state === 'waiting'
  || (state === 'sending' && (claim === null || claim.until <= now || (alive !== null && !alive.has(claim.by))));

/**
 * What goes with a change that is dropped, the change itself first: the undo of what was never done, and, with a
 * contact that will not be made, whatever else was done to it.
 */
export function droppedWith(order: PendingOrder, first: ChangeRow): ChangeRow[] {
  const dropped = [first];
  const ids = new Set([first.id]);
  const unmade = new Set<ContactId>();
  for (const { row, contactId } of order.placed) {
    const isFirst = row.id === first.id;
    const goesAlong = row.seq > first.seq && (unmade.has(contactId) || (row.change.undoes !== null && ids.has(row.change.undoes)));
    if (!isFirst && !goesAlong) continue;
    if (!isFirst) dropped.push(row);
    ids.add(row.id);
    const { act } = row.change;
    if (act.kind === 'create' || (act.kind === 'folder' && act.before === null)) unmade.add(contactId);
  }
  return dropped;
}
