import { changedFields, emptyFields } from './contact.ts';
import type { Contact, ContactFields, ContactPatch } from './contact.ts';
import { foldAddress } from './normalize.ts';

/** Our clock and Graph's may differ; nobody makes the same contact twice within minutes on purpose. */
const slackMs = 10 * 60_000;

/**
 * Of the contacts found by address or name, the one that a create of `fields` at `since` (ms) or later made; null when
 * it is none of them. Somebody may have renamed it since. `msOf` is `Date.parse`, which this room does not have.
 */
export function madeByThis(found: readonly Contact[], fields: ContactFields, since: number, msOf: (instant: string) => number): Contact | null {
  const lately = madeSince(found, since, msOf);
  return lately.find((contact) => contact.displayName === fields.displayName) ?? lately[0] ?? null;
}

/**
 * Of the contacts found, the copy of `original` made at `since` (ms) or later. A namesake is not one: what is taken for
 * the copy may be deleted again, so it has to hold the same; or, when somebody was at it since it was made, most of it.
 */
export function copyMadeOf(found: readonly Contact[], original: ContactFields, since: number, msOf: (instant: string) => number): Contact | null {
  const lately = madeSince(found, since, msOf);
  const same = lately.find((contact) => {
    const more = Object.keys(changedFields(original, contact)).filter((name) => original[name as keyof ContactFields] === '');
    return holdsTheSame(original, contact) && more.every((name) => (madeUp as readonly string[]).includes(name));
  });
  return same ?? lately.find((contact) => contact.lastModifiedDateTime !== contact.createdDateTime && holdsMost(original, contact)) ?? null;
}

/**
 * All its addresses and its name, and of what was filled in besides more than half. With next to nothing filled in nobody
 * can tell it from a namesake.
 */
function holdsMost(original: ContactFields, copy: ContactFields): boolean {
  const there = new Set(copy.emailAddresses.map(({ address }) => foldAddress(address)));
  if (copy.displayName !== original.displayName || !original.emailAddresses.every(({ address }) => there.has(foldAddress(address)))) return false;
  const changed = new Set(Object.keys(changedFields(original, copy)));
  const filled = Object.keys(changedFields(emptyFields, original)).filter((name) => !whoItIs.has(name));
  return filled.length >= 2 && filled.filter((name) => changed.has(name)).length * 2 < filled.length;
}

const whoItIs: ReadonlySet<string> = new Set(['emailAddresses', 'displayName', 'givenName', 'surname', 'fileAs', 'initials']);

/** What Graph makes up of the rest when it is not given. */
const madeUp = ['displayName', 'fileAs', 'initials'] as const;

/**
 * What somebody wrote into a copy of `original` since it was made: not what Graph makes up of the rest, nor the names that
 * it gives to addresses.
 */
export function editsIn(original: ContactFields, copy: ContactFields): ContactPatch {
  const patch: Record<string, unknown> = {};
  for (const name of Object.keys(changedFields(comparable(original), comparable(copy))) as (keyof ContactFields)[]) {
    if (original[name] === '' && (madeUp as readonly string[]).includes(name)) continue;
    patch[name] = copy[name];
  }
  return patch as ContactPatch;
}

/** Whether a copy differs only in what it lacks: that Graph may have left out, while what it has more somebody wrote. */
export const onlyLacks = (original: ContactFields, copy: ContactFields): boolean => Object.entries(editsIn(original, copy)).every(([name, value]) =>
  Array.isArray(value) ? value.length < original[name as 'categories'].length : typeof value === 'string' ? value === '' : Object.values(value).every((part) => part === ''));

const comparable = (fields: ContactFields): ContactFields => ({
  ...fields, emailAddresses: fields.emailAddresses.map(({ address }) => ({ name: '', address: foldAddress(address) || address })),
});

/** A copy holds the same, as far as Graph lets us write it: the names of addresses it may replace by the directory's. */
export function holdsTheSame(original: ContactFields, copy: ContactFields): boolean {
  return Object.keys(changedFields(comparable(original), comparable(copy))).every((name) =>
    // What the old one lacked Graph may have filled in.
    original[name as keyof ContactFields] === '');
}

const madeSince = (found: readonly Contact[], since: number, msOf: (instant: string) => number): readonly Contact[] =>
  found.filter((contact) => contact.createdDateTime === '' || msOf(contact.createdDateTime) >= since - slackMs);
