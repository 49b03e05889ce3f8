import { isLocalId } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { ExtraName, Extras } from '#domain/extras';
import { extraNames } from '#domain/extras';
import type { Problem } from '#domain/problem';
import { ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { StoreChange } from '#store/contactStore';
import type { StoredExtras } from '#store/storedExtras';
import { createCell } from './cell.ts';
import type { Cell } from './cell.ts';

/** What is older is asked for again when somebody looks at it. */
const freshForMs = 10 * 60_000;

type Many<T> = (ids: readonly ContactId[], signal?: AbortSignal) => Promise<Result<ReadonlyMap<ContactId, T>>>;

export type LookAfterExtrasPorts = {
  readonly stored: StoredExtras;
  /** What Graph has; a contact that is gone is missing in the answer. A problem is one of the whole question. */
  readonly ask: { readonly [N in ExtraName]: Many<Extras[N]> };
  readonly onChange: (listener: (what: StoreChange) => void) => () => void;
  readonly now: () => number;
};

export type Freshen = { readonly onlyMissing?: boolean; readonly olderThanMs?: number };

/** Pictures, flags and custom fields of contacts somebody looks at: from this device at once, then as Graph has them. */
export type LookAfterExtras = {
  /** As the person means them; what was never read is not in it. */
  read(ids: readonly ContactId[]): Promise<ReadonlyMap<ContactId, Partial<Extras>>>;
  /**
   * Asks Graph for what is missing here, was read a while ago, or belongs to a contact that changed since; in batches.
   * `onlyMissing` leaves old ones alone; `olderThanMs` says what is old to somebody who looks closely.
   */
  freshen(ids: readonly ContactId[], names: readonly ExtraName[], how?: Freshen): Promise<Result<null>>;
  /** Counts up whenever something is otherwise than it was: read again. */
  readonly changed: Cell<number>;
  /** What Graph does not offer for this mailbox, or refuses for good: the pane leaves it out. */
  readonly notOffered: Cell<ReadonlySet<ExtraName>>;
};

export function lookAfterExtras({ stored, ask, onChange, now }: LookAfterExtrasPorts): LookAfterExtras {
  const changed = createCell(0);
  const notOffered = createCell<ReadonlySet<ExtraName>>(new Set());
  /** Contacts that changed since their extras were read: the delta says that they did, not what of it. */
  const stale = new Map<ContactId, number>();
  const underWay = new Map<string, Promise<Result<null>>>();

  onChange(({ ids, extrasOnly = false }) => {
    // What was just read is not old for it: whoever asks at each change would ask for ever.
    if (ids === 'all') stale.clear();
    else if (!extrasOnly) for (const id of ids) stale.set(id, now());
    changed.update((n) => n + 1);
  });

  async function freshenOne(name: ExtraName, ids: readonly ContactId[], { onlyMissing = false, olderThanMs = freshForMs }: Freshen): Promise<Result<null>> {
    const known = await stored.read(ids, [name]);
    const wanted = ids.filter((id) => {
      const at = known.get(id)?.readAt[name];
      if (at === undefined) return !underWay.has(`${name} ${id}`);
      return !onlyMissing && (at < now() - olderThanMs || (stale.get(id) ?? 0) > at) && !underWay.has(`${name} ${id}`);
    });
    if (wanted.length === 0) return ok(null);
    const asked = now();
    const work = (async (): Promise<Result<null>> => {
      const found = await (ask[name] as Many<unknown>)(wanted);
      if (!found.ok) {
        if (isForGood(found.problem)) notOffered.update((before) => new Set([...before, name]));
        return found;
      }
      await stored.put([...found.value].map(([id, value]) => [id, { [name]: value }] as const), asked);
      changed.update((n) => n + 1);
      return ok(null);
    })();
    for (const id of wanted) underWay.set(`${name} ${id}`, work);
    try {
      return await work;
    } finally {
      for (const id of wanted) underWay.delete(`${name} ${id}`);
    }
  }

  return {
    changed,
    notOffered,
    read: async (ids) => new Map([...await stored.read(ids, extraNames)].map(([id, { extras }]) => [id, extras])),
    async freshen(ids, names, how = {}) {
      // One that only this device knows has nothing at Graph yet.
      const atGraph = ids.filter((id) => !isLocalId(id));
      const offered = names.filter((name) => !notOffered.get().has(name));
      if (atGraph.length === 0) return ok(null);
      const answers = await Promise.all(offered.map((name) => freshenOne(name, atGraph, how)));
      return answers.find((answer) => !answer.ok) ?? ok(null);
    },
  };
}

/** Not a passing trouble and nothing the person could do now: this mailbox has no such thing. */
const isForGood = (problem: Problem): boolean => problem.kind === 'refused' || problem.kind === 'accessDenied' || problem.kind === 'mailboxUnsupported';

/** What came of a question about many. Refused for all of them alike, it is no trouble of single contacts. */
export function answered<T>(all: ReadonlyMap<ContactId, Result<T>>): Result<ReadonlyMap<ContactId, T>> {
  const found = new Map<ContactId, T>();
  let refused: Result<never> | null = null;
  for (const [id, one] of all) {
    if (one.ok) found.set(id, one.value);
    else refused = one;
  }
  return found.size === 0 && refused !== null ? refused : ok(found);
}
