import type { ContactId } from '#domain/contact';
import type { ExtraName, Extras } from '#domain/extras';
import type { FollowUp } from '#domain/followUp';
import type { Backing } from './backing.ts';
import { extrasMeant, putExtras } from './extraRows.ts';
import type { ExtrasRead } from './extraRows.ts';
import type { OverlayReader } from './overlay.ts';
import { readLeads } from './readLeads.ts';
import { follow } from './pendingOrder.ts';

export type StoredExtras = {
  /** As the person means them, for ids of now or of before. What was never read is not in it. */
  read(ids: readonly ContactId[], names: readonly ExtraName[]): Promise<ReadonlyMap<ContactId, ExtrasRead>>;
  /** Writes what the server has. */
  put(entries: readonly (readonly [ContactId, Partial<Extras>])[], at: number): Promise<void>;
  /** The contacts known to carry a flag, done ones too. */
  flagged(): Promise<ReadonlyMap<ContactId, FollowUp>>;
};

export function storedExtras(backing: Backing, overlay: OverlayReader, tell: (ids: Iterable<ContactId>) => void): StoredExtras {
  return {
    read: (ids, names) => backing.transact('read', async (rows) => {
      const pending = await overlay.read(rows);
      return new Map(await Promise.all(ids.map(async (id) => [id, await extrasMeant(rows, pending, id, names)] as const)));
    }),
    async put(entries, at) {
      if (entries.length === 0) return;
      await backing.transact('write', async (rows) => { for (const [id, extras] of entries) putExtras(rows, id, extras, at); });
      tell(entries.map(([id]) => id));
    },
    flagged: () => backing.transact('read', async (rows) => {
      const [stored, pending, leads] = [await rows.extrasOf('flag'), await overlay.read(rows), await readLeads(rows)];
      const meant = new Map(stored.map(({ id, value }) => [follow(leads, id), value as FollowUp]));
      for (const { row: { change: { act } }, contactId } of pending?.order.placed ?? []) {
        if (act.kind === 'extra' && act.of === 'flag') meant.set(contactId, act.after);
        if (act.kind === 'create' && act.extras?.flag !== undefined) meant.set(contactId, act.extras.flag);
        if (act.kind === 'delete') meant.delete(contactId);
      }
      return new Map([...meant].filter(([, flag]) => flag.status !== 'notFlagged'));
    }),
  };
}
