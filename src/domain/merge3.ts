import type { ContactFields, ContactPatch, EmailAddress } from './contact.ts';
import { contactLimits } from './contact.ts';
import { foldAddress } from './normalize.ts';

export type Merged = {
  /** What has to be sent so that the server's contact holds both sides' changes; {} when it already does. */
  readonly patch: ContactPatch;
  /** Fields both sides changed to different things, or to more than Graph takes. They are not in `patch`. */
  readonly clashes: readonly (keyof ContactFields)[];
};

/**
 * Lays my changes over theirs. `mine` holds only what I changed against `before`; `theirs` is what the server has
 * now. Text, days and postal addresses are one thing each. Lists merge by element: what I added or took away is
 * added to or taken away from theirs, so that an address somebody else added survives.
 */
export function merge3(before: ContactFields, mine: ContactPatch, theirs: ContactFields): Merged {
  const patch: Record<string, unknown> = {};
  const clashes: (keyof ContactFields)[] = [];
  const put = (name: keyof ContactFields, merged: readonly unknown[] | null): void => {
    if (merged === null) clashes.push(name);
    else patch[name] = merged;
  };
  for (const name of Object.keys(mine) as (keyof ContactFields)[]) {
    const [was, want, is] = [before[name], mine[name], theirs[name]];
    if (same(want, is)) continue;
    if (same(was, is)) patch[name] = want;
    else if (name === 'emailAddresses') put(name, mergeList(before.emailAddresses, mine.emailAddresses ?? [], theirs.emailAddresses, addressOf, ({ name: shown }) => shown));
    else if (Array.isArray(was) && Array.isArray(want) && Array.isArray(is)) {
      put(name, mergeList<string>(was as string[], want as string[], is as string[], (text) => text));
    } else clashes.push(name);
    if (!(name in patch)) continue;
    if (same(patch[name], is)) delete patch[name];
    else if (isTooLong(name, patch[name]) && !isTooLong(name, want)) {
      delete patch[name];
      clashes.push(name);
    }
  }
  return { patch: patch as ContactPatch, clashes };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isTooLong = (name: string, list: unknown): boolean =>
  Array.isArray(list) && list.length > ((contactLimits as Readonly<Record<string, number>>)[name] ?? Infinity);
const addressOf = ({ address }: EmailAddress): string => foldAddress(address) || address;

/**
 * Theirs, without what I took away, with what I changed in its place, and what I added behind it; in my order, where I changed
 * that. Null when both gave the same element another name.
 */
function mergeList<T>(
  before: readonly T[], mine: readonly T[], theirs: readonly T[], keyOf: (item: T) => string, nameOf: (item: T) => string = () => '',
): readonly T[] | null {
  const [was, want, is] = [before, mine, theirs].map((list) => new Map(list.map((item) => [keyOf(item), item])));
  if (!was || !want || !is) return theirs;
  for (const [key, item] of want) {
    const names = [was.get(key), item, is.get(key)].flatMap((one) => (one === undefined ? [] : nameOf(one)));
    if (names.length === 3 && new Set(names).size === 3) return null;
  }
  const kept = theirs.filter((item) => want.has(keyOf(item)) || !was.has(keyOf(item)))
    .map((item) => {
      const changed = want.get(keyOf(item));
      return changed !== undefined && !same(changed, was.get(keyOf(item))) ? changed : item;
    });
  const merged = [...kept, ...mine.filter((item) => !is.has(keyOf(item)) && !was.has(keyOf(item)))];
  const order = (list: readonly T[]): string => JSON.stringify(list.map(keyOf).filter((key) => was.has(key) && want.has(key)));
  if (order(before) === order(mine)) return merged;
  const places = new Map(mine.map((item, at) => [keyOf(item), at]));
  const place = (item: T): number => places.get(keyOf(item)) ?? mine.length;
  return merged.sort((a, b) => place(a) - place(b));
}
