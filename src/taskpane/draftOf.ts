import { emptyFields } from '#domain/contact';
import type { ContactFields } from '#domain/contact';
import type { PersonOnItem } from '#domain/personOnItem';

/**
 * A new contact as the item names the person. What takes names apart is fetched when somebody is to be saved, or while
 * nothing else is to do; where it cannot be fetched the name stays in one piece, which is better than not saving.
 */
export async function draftOf(person: PersonOnItem): Promise<ContactFields> {
  try {
    const { draftFromPerson } = await import('#domain/contactDraft');
    return draftFromPerson(person);
  } catch {
    const displayName = person.name.trim() || person.address.trim();
    return { ...emptyFields, displayName, fileAs: displayName, emailAddresses: [{ name: displayName, address: person.address.trim() }] };
  }
}

export const prefetchDraft = (): void => { import('#domain/contactDraft').catch(() => undefined); };
