import type { ChangeId } from '#domain/change';
import { addressFieldNames, isEmptyAddress, listFieldNames, textFieldNames } from '#domain/contact';
import type { Contact, ContactFields, ContactId, ContactPatch } from '#domain/contact';
import { foldAddress } from '#domain/normalize';
import { isExtraSlot } from './extras.ts';
import type { Happening } from './graphHere.ts';

/** One thing about a contact that has one value: a text, a postal address, or whether a list holds an element. */
type Slot = string;
export type Write = { readonly slot: Slot; readonly value: string };

/** Something that was done to one person's contact. */
export type Deed = {
  readonly order: number;
  readonly at: number;
  /** `elsewhere`, or the journal it was written down in: those of one journal hold their order. */
  readonly by: string;
  readonly person: number;
  /** What it means for there being a contact at all; null: nothing. */
  readonly exists: boolean | null;
  writes: readonly Write[];
  readonly change: ChangeId | null;
  /**
   * `kept`: has to be true in the end, unless something later says otherwise. `maybe`: what became of it may honestly
   * be unknown (storage was wiped, a memory was lost). `void`: dropped by the person before it was ever sent.
   */
  fate: 'kept' | 'maybe' | 'void';
  /** In words, for the trace. */
  readonly says: string;
};

/** The address everybody here keeps through everything; it tells who a contact is. */
export const markOf = (person: number): string => `p${person}@mark.example`;
export function personOf(fields: Pick<ContactFields, 'emailAddresses'>): number | null {
  for (const { address } of fields.emailAddresses) {
    const found = /^p(\d+)@mark\.example$/.exec(address);
    if (found) return Number(found[1]);
  }
  return null;
}

/** A contact as slots; what is empty or absent is not in it. */
export function slotsOf(fields: ContactPatch): Map<Slot, string> {
  const slots = new Map<Slot, string>();
  for (const name of [...textFieldNames, 'birthday'] as const) if (fields[name]) slots.set(name, fields[name]);
  for (const name of addressFieldNames) {
    const address = fields[name];
    if (address && !isEmptyAddress(address)) slots.set(name, JSON.stringify(address));
  }
  for (const name of listFieldNames) for (const element of fields[name] ?? []) slots.set(`${name} ${element}`, 'in');
  for (const { address } of fields.emailAddresses ?? []) slots.set(`emailAddresses ${foldAddress(address)}`, 'in');
  return slots;
}

const valueOf = (slots: ReadonlyMap<Slot, string>, slot: Slot): string => slots.get(slot) ?? (slot.includes(' ') ? 'out' : '');

/** What makes `after` of `before`, as far as the patch names it. */
export function writesOf(before: ContactFields, patch: ContactPatch): Write[] {
  const old = slotsOf(Object.fromEntries(Object.keys(patch).map((name) => [name, before[name as keyof ContactFields]])));
  const next = slotsOf(patch);
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((slot) => valueOf(old, slot) !== valueOf(next, slot))
    .map((slot) => ({ slot, value: valueOf(next, slot) }));
}

export type Model = {
  readonly deeds: readonly Deed[];
  add(deed: Omit<Deed, 'order' | 'fate'> & { readonly fate?: Deed['fate'] }): Deed;
  byChange(id: ChangeId): Deed | undefined;
  /** What this slot of theirs was last said to be before this change; '' when nobody said. */
  saidBefore(person: number, slot: Slot, change: ChangeId | null): string;
  /** This person's fields may be anything from now on (saved anew from what one pane knew). */
  loosen(person: number): void;
  isLoose(person: number): boolean;
  /** A journal that knows nothing of this one is deleting this person: whether they are there in the end nobody can say. */
  contest(person: number, journal: string): void;
  isHalfMoved(person: number): boolean;
  /** Whoever was moving this person is gone, with all they knew of it. */
  mayBeTwo(person: number): void;
  /** What is wrong with the mailbox as it is in the end. */
  /** `raced`: Graph takes a write made on top of an older state, so that of two at the same moment one may be lost. */
  judge(contacts: readonly Contact[], happened: readonly Happening[], raced: boolean, extrasOf: (id: ContactId) => ReadonlyMap<Slot, string>, isRefused: (person: number) => boolean): string[];
};

export function model(): Model {
  const deeds: Deed[] = [];
  const loose = new Set<number>();
  const halfMoved = new Set<number>();

  /** Deleted by two that know nothing of each other, it comes back as the later one last saw it. */
  const isLoose = (person: number): boolean => loose.has(person) || deeds.some((gone) => gone.person === person && gone.exists === false
    // So does one whom somebody else makes or moves who knows nothing of the delete: as that one last saw it. (Decision 26)
    && deeds.some(({ by, exists, says, person: whose }) => whose === person && by !== gone.by && (exists === false || (by !== 'elsewhere' && gone.by !== 'elsewhere' && (exists === true || says.startsWith('moves'))))));

  function judge(contacts: readonly Contact[], happened: readonly Happening[], raced: boolean, extrasOf: (id: ContactId) => ReadonlyMap<Slot, string>, isRefused: (person: number) => boolean): string[] {
    const wrong: string[] = [];
    const there = new Map<number, Contact[]>();
    for (const contact of contacts) {
      const person = personOf(contact);
      if (person === null) wrong.push(`nobody knows who ${JSON.stringify(contact.displayName)} is`);
      else there.set(person, [...(there.get(person) ?? []), contact]);
    }
    for (const person of new Set([...there.keys(), ...deeds.map((deed) => deed.person)])) {
      const found = there.get(person) ?? [];
      const own = deeds.filter((deed) => deed.person === person && deed.fate !== 'void');
      const allowed = mayExist(own);
      if (halfMoved.has(person) && found.length > 0) continue;
      if (found.length > 1) wrong.push(`doubled: p${person} is there ${found.length} times`);
      else if (!allowed.has(found.length === 1)) wrong.push(found.length === 1 ? `undead: p${person} is still there` : `lost: p${person} is not there`);
      const [contact] = found;
      if (contact && !isLoose(person)) wrong.push(...wrongIn(contact, person, own, happened, raced, extrasOf(contact.id), isRefused(person)));
    }
    return wrong;
  }

  return {
    deeds,
    add(deed) {
      const whole: Deed = { fate: 'kept', ...deed, order: deeds.length };
      deeds.push(whole);
      return whole;
    },
    byChange: (id) => deeds.find((deed) => deed.change === id),
    saidBefore(person, slot, change) {
      const limit = deeds.find((deed) => deed.change === change)?.order ?? Infinity;
      return deeds.filter((deed) => deed.person === person && deed.order < limit && deed.fate !== 'void').flatMap(({ writes }) => writes.filter((write) => write.slot === slot)).at(-1)?.value ?? '';
    },
    loosen: (person) => void loose.add(person),
    isLoose,
    contest(person, journal) {
      for (const deed of deeds) if (deed.person === person && deed.by !== journal && deed.by !== 'elsewhere' && deed.exists === false && deed.fate === 'kept') deed.fate = 'maybe';
    },
    mayBeTwo: (person) => void halfMoved.add(person),
    isHalfMoved: (person) => halfMoved.has(person),
    judge,
  };
}

/** Whether somebody may be there in the end, after everything that was done. */
function mayExist(deeds: readonly Deed[]): Set<boolean> {
  const journals = new Set(deeds.filter(({ by, exists, fate }) => by !== 'elsewhere' && exists !== null && fate === 'kept').map(({ by }) => by));
  // Journals that know nothing of each other have an order only within themselves.
  if (journals.size > 1) return new Set([...journals, 'elsewhere'].flatMap((journal) => [...afterAll(deeds.filter(({ by }) => by === journal || by === 'elsewhere'))]));
  return afterAll(deeds);
}

function afterAll(deeds: readonly Deed[]): Set<boolean> {
  let may = new Set([false]);
  for (const { exists, fate } of deeds) {
    if (exists === null) continue;
    may = fate === 'kept' ? new Set([exists]) : new Set([...may, exists]);
  }
  return may;
}

/** Brought back or moved by a pane that took with it what only its memory knew: what hangs on it may have been still to come. */
export const mayLackExtras = (deeds: readonly Deed[]): boolean =>
  deeds.some(({ fate, exists, says }) => fate === 'maybe' && (exists === true || says.startsWith('moves')));

function wrongIn(
  contact: Contact, person: number, deeds: readonly Deed[], happened: readonly Happening[], raced: boolean, extras: ReadonlyMap<Slot, string>, isRefused: boolean,
): string[] {
  const wrong: string[] = [];
  const now = new Map([...slotsOf(contact), ...extras]);
  const isUnsure = isRefused || mayLackExtras(deeds)
    // Hung on the one that is being copied after the last look, by somebody who writes in another journal.
    || deeds.some((move) => move.says.startsWith('moves') && deeds.some(({ by, writes }) => by !== move.by && writes.some(({ slot }) => isExtraSlot(slot))));
  const past = happened.filter((event) => event.kind !== 'deleted' && personOf(event.contact) === person)
    .map((event) => ({ at: event.at, slots: slotsOf(event.contact) }));
  const slots = new Set([...now.keys(), ...deeds.flatMap((deed) => deed.writes.map((write) => write.slot))]);
  for (const slot of slots) {
    // Graph makes up this one at times; that is Graph's.
    if (slot === 'fileAs') continue;
    const is = valueOf(now, slot);
    const writes = deeds.flatMap((deed) => deed.writes.filter((write) => write.slot === slot).map((write) => ({ deed, value: write.value })));
    /** The last word of each journal. */
    const last = new Map<string, { deed: Deed; value: string }>();
    for (const write of writes) if (write.deed.fate === 'kept' && write.deed.by !== 'elsewhere') last.set(write.deed.by, write);
    const words = [...last.values()];
    // What was there before anybody here was at it, or came with it, is not written down.
    if (isExtraSlot(slot) && (words.length === 0 || isUnsure)) continue;
    const since = words.length === 0 ? -1 : Math.min(...words.map(({ deed }) => deed.order));
    const others = writes.filter(({ deed }) => deed.order > since && (deed.by === 'elsewhere' || deed.fate === 'maybe'));
    const allowed = new Set([...words, ...others].map(({ value }) => value));
    if (words.length === 0 && !others.some(({ deed }) => deed.by === 'elsewhere' && deed.fate === 'kept')) allowed.add(valueOf(new Map(), slot));
    // A list is written whole: what somebody else put into it between our look and our write is overwritten.
    const list = slot.split(' ')[0] ?? '';
    const writers = new Set(deeds.filter((deed) => deed.writes.some((write) => write.slot.startsWith(`${list} `))).map((deed) => deed.by));
    if (raced && list !== slot && writers.size > 1) for (const value of ['in', 'out']) allowed.add(value);
    if (!allowed.has(is)) {
      wrong.push(`lost edit: ${slot} of p${person} is ${JSON.stringify(is)}, not ${[...allowed].map((value) => JSON.stringify(value)).join(' or ')}`);
      continue;
    }
    for (const { deed, value } of words) {
      // No event tells of what hangs on a contact.
      if (value === is || isExtraSlot(slot)) continue;
      const before = past.filter((event) => event.at <= deed.at).at(-1);
      const wasTrue = [...(before ? [before] : []), ...past.filter((event) => event.at > deed.at)].some((event) => valueOf(event.slots, slot) === value);
      if (!wasTrue) wrong.push(`never sent: ${slot} of p${person} = ${JSON.stringify(value)}`);
    }
  }
  return wrong;
}
