import type { Category } from '#domain/category';
import type { MailboxAct } from '#domain/change';
import { categorySubject } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { Rows } from './backing.ts';
import { leadTo } from './followUp.ts';
import { unread } from './rows.ts';
import { categoriesKey, readCategories } from './storedCategories.ts';

/** What Graph accepted for the mailbox itself: its categories and folders here follow. `idBefore`: what a new folder was called until Graph named it. */
export async function mailboxDone(rows: Rows, act: MailboxAct, idBefore: string, leads: ReadonlyMap<ContactId, ContactId>, now: number): Promise<void> {
  if (act.kind === 'category') {
    const all = readCategories((await rows.meta(categoriesKey))?.value);
    // Never read from the server: then there is no list to keep up.
    if (all === null) return;
    const name = (act.after ?? act.before)?.displayName ?? '';
    const others = all.filter((one: Category) => categorySubject(one.displayName) !== categorySubject(name));
    rows.putMeta({ key: categoriesKey, value: act.after === null ? others : [...others, act.after] });
    return;
  }
  if (act.after === null) return rows.removeFolder(act.contactId);
  const row = await rows.folder(act.contactId);
  rows.putFolder({ ...unread, isDefault: false, ...row, id: act.contactId, ...act.after });
  leadTo(rows, act.contactId, act.restores === null ? [idBefore] : [idBefore, act.restores], leads, now);
}
