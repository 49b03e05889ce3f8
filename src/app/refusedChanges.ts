import { isMailboxAct, isPending } from '#domain/change';
import type { Act, Change, ChangeId } from '#domain/change';
import type { Contact, ContactFields, ContactId } from '#domain/contact';
import type { Journal } from '#store/journal';
import type { ToRecord } from './acts.ts';

export type RefusedChanges = {
  /**
   * What Outlook did not accept would hold up whatever is done to the contact after it, for ever when the value is wrong.
   * Who changes the contact once more corrects it: that goes into the same change, whose group this gives. Null when there
   * is none to correct.
   */
  correct(entry: ToRecord): Promise<ChangeId | null>;
  /**
   * A delete must not wait behind what it makes needless: what Outlook did not accept of these contacts is given up, or, where
   * an answer was lost before, sent to its end. `there`: those who are in Outlook, or may be.
   */
  letGoOf(contacts: readonly Contact[]): Promise<{ readonly there: readonly Contact[]; readonly letGo: readonly Change[] }>;
};

/** What becomes of changes that Outlook did not accept when the person does something else to their contacts. */
export function refusedChanges(journal: Journal): RefusedChanges {
  /** By the id that each contact goes by now. */
  async function byContact(all: readonly Change[], isMeant = ({ state }: Change) => state === 'refused'): Promise<ReadonlyMap<ContactId, readonly Change[]>> {
    const found = new Map<ContactId, Change[]>();
    for (const change of all) {
      if (!isMeant(change) || isMailboxAct(change.act)) continue;
      const id = await journal.idNow(change.act.contactId);
      found.set(id, [...found.get(id) ?? [], change]);
    }
    return found;
  }

  /** The only pending change of a contact, when it is one that Outlook did not accept and nothing else went with. */
  async function refusedAlone(contactId: ContactId): Promise<Change | null> {
    const all = await journal.list();
    if (!all.some(({ state }) => state === 'refused')) return null;
    const [one, another] = (await byContact(all, isPending)).get(await journal.idNow(contactId)) ?? [];
    const isAlone = one?.state === 'refused' && another === undefined && !one.unsure && one.undoes === null && !all.some(({ id: other, group }) => group === one.group && other !== one.id);
    return isAlone ? one : null;
  }

  return {
    async correct({ act, undoes }) {
      if (act.kind !== 'update' || undoes !== undefined) return null;
      const refused = await refusedAlone(act.contactId);
      const was = refused?.act;
      if (!refused || !was || (was.kind !== 'update' && was.kind !== 'create')) return null;
      const names = Object.keys(act.patch) as (keyof ContactFields)[];
      const untouched = Object.fromEntries(names.filter((name) => was.kind === 'update' && !(name in was.patch)).map((name) => [name, act.before[name]]));
      const better: Act = was.kind === 'create' ? { ...was, fields: { ...was.fields, ...act.patch } }
        : { ...was, before: { ...was.before, ...untouched }, patch: { ...was.patch, ...act.patch } };
      const decided = await journal.decide(refused.id, { kind: 'resolve', act: better });
      // Another pane may have been quicker.
      return decided?.act === better ? refused.group : null;
    },

    async letGoOf(contacts) {
      const refused = await byContact(await journal.list());
      if (refused.size === 0) return { there: contacts, letGo: [] };
      const there: Contact[] = [];
      const theirs: Change[] = [];
      for (const contact of contacts) {
        const own = refused.get(await journal.idNow(contact.id)) ?? [];
        theirs.push(...own);
        if (!own.some(({ act, unsure }) => act.kind === 'create' && !unsure)) there.push(contact);
      }
      const idsOf = (unsure: boolean): readonly ChangeId[] => theirs.filter((change) => change.unsure === unsure).map(({ id }) => id);
      await journal.decideAll(idsOf(true), { kind: 'tryAgain' });
      return { there, letGo: await journal.decideAll(idsOf(false), { kind: 'drop' }) };
    },
  };
}
