import type { Contact } from '#domain/contact';
import { foldAddress } from '#domain/normalize';
import { contactKeys, match, personKeys, standing } from '#domain/match';
import type { Match, Standing } from '#domain/match';
import type { OpenItem, PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { createCell } from './cell.ts';
import type { Cell } from './cell.ts';

/**
 * `looking`: nothing found so far and not all contacts are read yet. `unsure`: nothing found, and reading the rest
 * did not work. Neither may be offered as a stranger without a word, or people would save somebody twice.
 */
export type Verdict = Match | { readonly kind: 'looking' } | { readonly kind: 'unsure' };

export type PersonRow = {
  /** Stable for as long as the item is open: the folded address, or the name where there is none. */
  readonly id: string;
  readonly person: PersonOnItem;
  readonly standing: Standing;
  readonly verdict: Verdict;
};

export type PeopleState =
  | { readonly phase: 'reading' }
  | { readonly phase: 'noItem' }
  /** Outlook did not say who is on the item. */
  | { readonly phase: 'unreadable'; readonly problem: Problem }
  | {
    readonly phase: 'shown'; readonly item: OpenItem; readonly rows: readonly PersonRow[];
    /** Outlook is already showing something else; what is on the screen must not be acted on any more. */
    readonly leaving: boolean;
  };

/** How complete the local contacts are; decides what "not found" means. */
export type Coverage = 'complete' | 'filling' | 'stuck';

export type LookUpPorts = {
  /** The contacts needed to tell who each of these is; each is given by their keys, strongest first. */
  readonly lookUp: (people: readonly (readonly string[])[]) => Promise<readonly Contact[]>;
  /** Asks Graph directly, for the time before everything is stored; what it finds is put into the store. */
  readonly askDirectly: (addresses: readonly string[], signal: AbortSignal) => Promise<Result<null>>;
  readonly coverage: () => Coverage;
  /** Asked anew each time: a pane that starts without an item learns of its user only later. */
  readonly ownAddresses: () => readonly string[];
};

export type LookUpPeople = {
  readonly state: Cell<PeopleState>;
  /** Shows another item, or none. Answers that come late for the one before are dropped. */
  show(item: OpenItem | null): Promise<void>;
  unreadable(problem: Problem): void;
  /** Outlook has said that the item changes; the next `show` or `unreadable` says to what. */
  leaving(): void;
  /** Looks again at the same people: the store or its coverage changed. */
  again(): Promise<void>;
};

/** Graph takes twenty parts in a batch. */
const askedAtOnce = 20;
/** The rest of a list longer than this waits for the store to fill, which must not wait for the list. */
const mostAsked = 100;

export function lookUpPeople(ports: LookUpPorts): LookUpPeople {
  const state = createCell<PeopleState>({ phase: 'reading' });
  let current: OpenItem | null = null;
  let asking = new AbortController();
  // Each look at the store gets a number; only the newest may be shown.
  let newest = 0;

  async function look(item: OpenItem): Promise<boolean> {
    const turn = ++newest;
    const keys = item.people.map((person) => personKeys(person));
    const found = keys.every((of) => of.length === 0) ? [] : await ports.lookUp(keys);
    if (turn !== newest || item !== current) return false;
    state.set({ phase: 'shown', item, leaving: false, rows: rowsOf(item.people, found, ports.coverage(), ports.ownAddresses()) });
    return true;
  }

  /** Twenty after twenty, those first who stand first, until all are known or the store knows everybody. */
  async function askAboutTheRest(item: OpenItem, signal: AbortSignal): Promise<void> {
    const asked = new Set<string>();
    while (asked.size < mostAsked) {
      const now = state.get();
      if (now.phase !== 'shown' || ports.coverage() === 'complete') return;
      const open = now.rows.filter(({ id, standing: who, verdict }) => !asked.has(id) && who === 'person' && verdict.kind !== 'known' && verdict.kind !== 'several')
        .slice(0, askedAtOnce);
      if (open.length === 0) return;
      for (const { id } of open) asked.add(id);
      const answer = await ports.askDirectly(open.map((row) => row.person.address.trim()), signal);
      if (signal.aborted) return;
      await look(item);
      if (!answer.ok) return;
    }
  }

  return {
    state,
    async show(item) {
      asking.abort();
      asking = new AbortController();
      current = item;
      if (item === null) {
        newest += 1;
        state.set({ phase: 'noItem' });
        return;
      }
      const { signal } = asking;
      if (await look(item)) await askAboutTheRest(item, signal);
    },
    leaving: () => state.update((now) => (now.phase === 'shown' ? { ...now, leaving: true } : now)),
    unreadable(problem) {
      asking.abort();
      current = null;
      newest += 1;
      state.set({ phase: 'unreadable', problem });
    },
    async again() {
      if (current !== null) await look(current);
    },
  };
}

export function rowsOf(
  people: readonly PersonOnItem[], found: readonly Contact[], coverage: Coverage, ownAddresses: readonly string[],
): readonly PersonRow[] {
  // One pass over the contacts, then a few look-ups a person: the list is drawn anew at every batch a sync takes in.
  const byKey = new Map<string, Contact[]>();
  for (const contact of found) {
    for (const key of contactKeys(contact)) {
      const holders = byKey.get(key);
      if (holders) holders.push(contact);
      else byKey.set(key, [contact]);
    }
  }
  return people.map((person) => {
    const verdict = match(person, [...new Set(personKeys(person).flatMap((key) => byKey.get(key) ?? []))]);
    return {
      id: foldAddress(person.address) || `name:${person.name}`,
      person,
      standing: standing(person, ownAddresses),
      verdict: verdict.kind === 'stranger' && coverage !== 'complete'
        ? { kind: coverage === 'filling' ? 'looking' as const : 'unsure' as const }
        : verdict,
    };
  });
}
