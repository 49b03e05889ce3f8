import type { Contact } from './contact.ts';
import type { PersonOnItem } from './personOnItem.ts';
import { foldAddress, foldName, withoutTag } from './normalize.ts';
import { isMachineAddress } from './machineAddress.ts';

/** What we can say about one person on the item, given the contacts at hand. */
export type Match =
  | { readonly kind: 'known'; readonly contact: Contact }
  | { readonly kind: 'several'; readonly contacts: readonly Contact[] }
  | { readonly kind: 'likely'; readonly contacts: readonly Contact[]; readonly because: 'sameName' | 'sameMailbox' }
  | { readonly kind: 'stranger' };

/** How the person is to be treated, apart from whether they are a contact. */
export type Standing = 'person' | 'self' | 'machine' | 'noAddress';

/**
 * The keys under which a contact can be found: exact folded address, address without its plus tag, folded name.
 * They are what the store indexes, so that a look-up is one read.
 */
export function contactKeys(contact: Pick<Contact, 'displayName' | 'givenName' | 'surname' | 'emailAddresses'>): readonly string[] {
  const keys = new Set<string>();
  for (const { address } of contact.emailAddresses) {
    const folded = foldAddress(address);
    if (folded === '') continue;
    keys.add(addressKey(folded));
    keys.add(mailboxKey(folded));
  }
  for (const name of [contact.displayName, `${contact.givenName} ${contact.surname}`]) {
    const key = nameKeyOf(name);
    if (key !== '') keys.add(key);
  }
  return [...keys];
}

/** The keys to look a person up by, strongest first. */
export function personKeys(person: Pick<PersonOnItem, 'name' | 'address'>): readonly string[] {
  const keys: string[] = [];
  const address = foldAddress(person.address);
  if (address !== '') keys.push(addressKey(address), mailboxKey(address));
  const name = nameKeyOf(person.name);
  if (name !== '') keys.push(name);
  return keys;
}

/** The verdict on one person. `found` may hold contacts of other people too: only those that fit are used. */
export function match(person: Pick<PersonOnItem, 'name' | 'address'>, found: readonly Contact[]): Match {
  const by = (key: string) => found.filter((contact) => contactKeys(contact).includes(key));
  const address = foldAddress(person.address);
  if (address !== '') {
    const same = by(addressKey(address));
    if (same.length > 1) return { kind: 'several', contacts: same };
    const [only] = same;
    if (only) return { kind: 'known', contact: only };
    const sameMailbox = by(mailboxKey(address));
    if (sameMailbox.length > 0) return { kind: 'likely', contacts: sameMailbox, because: 'sameMailbox' };
  }
  const name = nameKeyOf(person.name);
  if (name !== '') {
    const sameName = by(name);
    if (sameName.length > 0) return { kind: 'likely', contacts: sameName, because: 'sameName' };
  }
  return { kind: 'stranger' };
}

export function standing(person: Pick<PersonOnItem, 'address'>, ownAddresses: readonly string[]): Standing {
  const address = foldAddress(person.address);
  if (address === '') return 'noAddress';
  if (ownAddresses.some((own) => foldAddress(own) === address)) return 'self';
  if (isMachineAddress(address)) return 'machine';
  return 'person';
}

const addressKey = (folded: string) => `a:${folded}`;
const mailboxKey = (folded: string) => `m:${withoutTag(folded)}`;

/** '' for what says too little to call two people the same: one word alone ("Anna", "Info"), an address as a name. */
function nameKeyOf(name: string): string {
  const folded = name.includes('@') ? '' : foldName(name);
  return folded.includes(' ') ? `n:${folded}` : '';
}
