import { isPending } from '#domain/change';
import { extraNames } from '#domain/extras';
import type { Contact, ContactId } from '#domain/contact';
import type { Backing, Rows } from './backing.ts';
import type { ChangeRow } from './changeRows.ts';
import { inOrder } from './changeRows.ts';
import { follow } from './pendingOrder.ts';
import type { Rescued } from './rescue.ts';
import { putAnswer } from './serverRows.ts';

/**
 * Writes to a disk that works again what was done in memory since `rescue`, in one transaction:
 *
 * - Changes made in memory come after all that is there.
 * - A change that lay on the disk: where the disk still has it as it was, memory's word counts, otherwise the disk's;
 *   somebody was at it. One that is gone from there (wiped) is put back if it is still to be sent, or was sent here,
 *   so that no other memory sends it.
 * - Of contacts only what Graph answered here to acts that the disk cannot have heard of. All else it is going to hear,
 *   going on from its own place.
 */
export async function backToDisk(disk: Backing, memory: Rows, rescued: Rescued): Promise<void> {
  const [changes, ids, drafts, meta] = await Promise.all([memory.changes(), memory.ids(), memory.drafts(), memory.allMeta()]);
  const extras = (await Promise.all(extraNames.map((of) => memory.extrasOf(of)))).flat();
  const leads = new Map(ids.map(({ id, now }) => [id, now]));
  await disk.transact('write', async (rows) => {
    const [there, idsThere, draftsThere, metaThere, last, folders] =
      await Promise.all([rows.changes(), rows.ids(), rows.drafts(), rows.allMeta(), rows.lastSeq(), rows.folders()]);
    const onDisk = new Map(there.map((row) => [row.id, row]));
    const news: ChangeRow[] = [];
    let seq = last;
    for (const row of inOrder(changes)) {
      const before = rescued.changes.get(row.id);
      const now = onDisk.get(row.id);
      const isUntouched = before?.here === row;
      if (now ? isUntouched || !before || !isSame(now, before.onDisk) : isUntouched && !isPending(row.change)) continue;
      const change = isUntouched ? before.onDisk.change : row.change;
      news.push({ id: row.id, seq: now?.seq ?? (seq += 1), change });
    }
    const answers = answered(news, leads);
    // Of acts done before a round was begun that round told, or the next will, and perhaps of what came after them.
    const heardAt = Math.max(...folders.map(({ roundAt, syncedAt }) => roundAt ?? syncedAt ?? -Infinity));
    for (const answer of answers.values()) if (answer && answer.at > heardAt) await putAnswer(rows, answer.contact, answer.at);
    for (const [id, answer] of answers) if (!answer) rows.removeContact(id);
    for (const row of news) rows.putChange(row);
    const known = new Map(idsThere.map((row) => [row.id, row.now]));
    for (const row of ids) if (known.get(row.id) !== row.now) rows.putId(row);

    const extrasThere = await Promise.all(extras.map(({ of, id }) => rows.extra(of, id)));
    extras.forEach((row, i) => { if (row.at > (extrasThere[i]?.at ?? -Infinity)) rows.putExtra(row); });

    const draftAt = new Map(draftsThere.map(({ key, at }) => [key, at]));
    for (const draft of drafts) if (draft.at > (draftAt.get(draft.key) ?? -Infinity)) rows.putDraft(draft);
    for (const { key, at } of rescued.drafts.values()) if (draftAt.get(key) === at && !drafts.some((draft) => draft.key === key)) rows.removeDraft(key);
    for (const row of meta) if (!metaThere.some(({ key }) => key === row.key)) rows.putMeta(row);
  });
}

type Answer = { readonly contact: Contact; /** When the act was done. */ readonly at: number };

/** The last that Graph said of each contact in these changes; null: it is gone. */
function answered(changes: readonly ChangeRow[], leads: ReadonlyMap<ContactId, ContactId>): Map<ContactId, Answer | null> {
  const answers = new Map<ContactId, Answer | null>();
  for (const { change } of changes) {
    const { act, result, at } = change;
    if (isPending(change) || change.state === 'dropped') continue;
    if (act.kind === 'delete') {
      for (const id of [act.contactId, follow(leads, act.contactId)]) if (act.before.id === id) answers.set(id, null);
      continue;
    }
    if (act.kind === 'move' && result !== null && result.id !== act.contactId) answers.set(act.contactId, null);
    if (result !== null) answers.set(result.id, { contact: result, at });
  }
  return answers;
}

/** A change as the disk gave it then and now. */
const isSame = (a: ChangeRow, b: ChangeRow): boolean => JSON.stringify(a) === JSON.stringify(b);
