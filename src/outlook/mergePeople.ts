import { foldAddress } from '#domain/normalize';
import type { PersonOnItem, Role } from '#domain/personOnItem';

/**
 * One entry per person: those with the same address, whatever its case, become one with all their roles. The order
 * is that of the first mention. Where there is no address only an exact double is merged.
 */
export function mergePeople(people: readonly PersonOnItem[]): readonly PersonOnItem[] {
  const merged = new Map<string, PersonOnItem>();
  for (const person of people) {
    const folded = foldAddress(person.address);
    const key = folded === '' ? JSON.stringify([person.name, person.address]) : folded;
    const known = merged.get(key);
    merged.set(key, known === undefined ? person : {
      name: betterName(known, person),
      address: known.address,
      roles: [...new Set<Role>([...known.roles, ...person.roles])],
      response: known.response === 'none' ? person.response : known.response,
    });
  }
  return [...merged.values()];
}

/** Hosts put the address where they know no name. */
const betterName = (one: PersonOnItem, other: PersonOnItem): string =>
  isName(one.name) || !isName(other.name) ? one.name || other.name : other.name;
const isName = (text: string): boolean => text !== '' && foldAddress(text) === '';
