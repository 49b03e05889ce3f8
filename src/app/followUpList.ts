import type { Contact, ContactId, FolderId } from '#domain/contact';
import type { FollowUp } from '#domain/followUp';
import { noFollowUp } from '#domain/followUp';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { StoredExtras } from '#store/storedExtras';
import { createCell } from './cell.ts';
import type { Cell } from './cell.ts';

export type FollowUpsState = {
  /** People with a flag, done ones too; null before anything was read. */
  readonly found: readonly { readonly contact: Contact; readonly flag: FollowUp }[] | null;
  /** Contacts looked at so far while reading; null when not reading. */
  readonly reading: number | null;
  readonly readAt: number | null;
  readonly problem: Problem | null;
};

export type FollowUpListPorts = {
  readonly stored: StoredExtras;
  readonly get: (id: ContactId) => Promise<Contact | null>;
  readonly folderIds: () => Promise<readonly FolderId[]>;
  /** All contacts in these folders that carry a flag. There is no filter for it: everybody is looked at. */
  readonly listFlags: (folderIds: readonly FolderId[], how: { readonly onProgress: (seen: number) => void; readonly signal: AbortSignal }) =>
    Promise<Result<ReadonlyMap<ContactId, FollowUp>>>;
  readonly readReadAt: () => Promise<number | null>;
  readonly writeReadAt: (at: number) => Promise<void>;
  readonly onChange: (listener: () => void) => () => void;
  readonly now: () => number;
};

export type FollowUpList = {
  readonly state: Cell<FollowUpsState>;
  /** Shows what is known here, and reads all flags anew when that was longer ago than `olderThanMs`. */
  open(olderThanMs?: number): Promise<void>;
  stop(): void;
};

/** The people to get back to. */
export function followUpList(ports: FollowUpListPorts): FollowUpList {
  const { stored, now } = ports;
  const state = createCell<FollowUpsState>({ found: null, reading: null, readAt: null, problem: null });
  let opened = false;
  let reading: AbortController | null = null;

  async function show(): Promise<void> {
    const flags = await stored.flagged();
    const found = await Promise.all([...flags].map(async ([id, flag]) => ({ contact: await ports.get(id), flag })));
    // Two ids may lead to one contact for a moment.
    const byId = new Map(found.flatMap(({ contact, flag }) => (contact === null ? [] : [[contact.id, { contact, flag }] as const])));
    const readAt = await ports.readReadAt();
    state.update((before) => ({ ...before, readAt, found: readAt === null && byId.size === 0 ? null : [...byId.values()] }));
  }
  ports.onChange(() => { if (opened) void show(); });

  return {
    state,
    async open(olderThanMs = 15 * 60_000) {
      opened = true;
      await show();
      const { readAt } = state.get();
      if (reading !== null || (readAt !== null && readAt > now() - olderThanMs)) return;
      const folderIds = await ports.folderIds();
      // Not one folder is known yet: that nobody is flagged in none of them would be remembered as an answer.
      if (folderIds.length === 0 || reading !== null) return;
      const mine = reading = new AbortController();
      const asked = now();
      state.update((before) => ({ ...before, reading: 0, problem: null }));
      const all = await ports.listFlags(folderIds, {
        signal: mine.signal,
        onProgress: (seen) => state.update((before) => ({ ...before, reading: seen })),
      });
      reading = null;
      if (all.ok) {
        const gone = [...(await stored.flagged()).keys()].filter((id) => !all.value.has(id));
        await stored.put([...all.value].map(([id, flag]) => [id, { flag }] as const), asked);
        await stored.put(gone.map((id) => [id, { flag: noFollowUp }] as const), asked);
        await ports.writeReadAt(asked);
      }
      state.update((before) => ({ ...before, reading: null, problem: all.ok || all.problem.kind === 'abandoned' ? null : all.problem }));
      await show();
    },
    stop: () => reading?.abort(),
  };
}
