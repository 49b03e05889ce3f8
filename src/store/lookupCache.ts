import type { Contact } from '#domain/contact';

type Found = ReadonlyMap<string, readonly Contact[]>;

/**
 * What was found under a key, strangers too, so that going back and forth between mails reads nothing. Forgets
 * everything with each change: that is always right, and a look-up in the database is quick enough.
 */
export type LookupCache = {
  /** What is held for these keys, and which are missing. */
  read(keys: readonly string[]): { held: Found; missing: readonly string[] };
  /** Call before reading the missing ones; keep what was read through the answer, which knows if it is out of date. */
  begin(): (found: Found) => void;
  forget(): void;
};

/** More than the people of any meeting times their keys. */
const mostKeys = 10_000;

export function lookupCache(mayHold: () => boolean): LookupCache {
  const cache = new Map<string, readonly Contact[]>();
  let age = 0;
  return {
    read(keys) {
      const held = new Map<string, readonly Contact[]>();
      const missing: string[] = [];
      for (const key of new Set(keys)) {
        const contacts = mayHold() ? cache.get(key) : undefined;
        if (contacts) held.set(key, contacts);
        else missing.push(key);
      }
      return { held, missing };
    },
    begin() {
      const begun = age;
      return (found) => {
        // Something changed while the reading was under way: it may have read the state before.
        if (begun !== age || !mayHold()) return;
        if (cache.size + found.size > mostKeys) cache.clear();
        for (const [key, contacts] of found) cache.set(key, contacts);
      };
    },
    forget() {
      age += 1;
      cache.clear();
    },
  };
}
