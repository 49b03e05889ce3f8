import { listName } from '#domain/browseQuery';
import type { Contact } from '#domain/contact';
import { whyFound } from '#domain/contactParts';
import { foldName } from '#domain/normalize';
import type { Texts } from '../text/en.ts';
import { dayText } from './dayText.ts';

/**
 * A contact in a list, in two lines: what it is sorted by, and what tells it from others; or, where it was found by
 * something that does not show, that.
 */
export function contactLine(contact: Contact, text: string, texts: Texts, language: string): { readonly name: string; readonly detail: string } {
  const name = listName(contact) || texts.card.emptyName;
  const why = whyFound(contact, text, (day) => dayText(day, language));
  if (why !== null) return { name, detail: texts.browse.why(texts.fields[why.field], why.text) };
  const told = new Set([name]);
  // "Bowen, Megan" and "Megan Bowen" are the same to whoever reads them.
  const own = foldName(contact.displayName) === foldName(name) ? '' : contact.displayName;
  const parts = [own, contact.companyName, contact.emailAddresses[0]?.address ?? ''].filter((part) => part !== '' && !told.has(part));
  return { name, detail: parts.join(' · ') };
}
