import { foldAddress, foldName } from '#domain/normalize';
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
    const name = known === undefined ? person.name : betterName(known, person);
    const others = known === undefined ? [] : othersOf(name, [known.name, ...known.alsoNamed ?? [], person.name]);
    const recipient = known?.recipient ?? person.recipient;
    merged.set(key, known === undefined ? person : {
      name,
      address: known.address,
      roles: [...new Set<Role>([...known.roles, ...person.roles])],
      response: known.response === 'none' ? person.response : known.response,
      ...(recipient === undefined ? {} : { recipient }),
      ...(others.length === 0 ? {} : { alsoNamed: others }),
    });
  }
  return [...merged.values()];
}

/** The names that are another one than `name`, each once; addresses are none. */
function othersOf(name: string, names: readonly string[]): readonly string[] {
  const seen = new Set([foldName(name)]);
  return names.filter((one) => {
    const folded = isName(one) ? foldName(one) : '';
    return folded !== '' && !seen.has(folded) && seen.add(folded);
  });
}

/** Hosts put the address where they know no name. */
const betterName = (one: PersonOnItem, other: PersonOnItem): string =>
  isName(one.name) || !isName(other.name) ? one.name || other.name : other.name;
const isName = (text: string): boolean => text !== '' && foldAddress(text) === '';
