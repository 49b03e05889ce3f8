import { listName } from '#domain/browseQuery';
import type { BrowseQuery } from '#domain/browseQuery';
import type { Contact, ContactId, FolderId } from '#domain/contact';
import { contactParts, digitsOf, isPhone, typedText } from '#domain/contactParts';
import { foldText } from '#domain/normalize';

/** What is held in memory of each contact: as little as searching, filtering and sorting need. */
export type SearchEntry = {
  readonly id: ContactId;
  /** What the list is sorted by; see `listName`. */
  readonly name: string;
  /** Folded text of all fields, and the digits of each phone number; one a line. */
  readonly text: string;
  readonly folderId: FolderId;
  readonly categories: readonly string[];
};

/** How a person's language sorts, and writes days. An unknown language is no trouble: the browser's own is taken. */
export type Tongue = { readonly compare: (a: string, b: string) => number; readonly dayText: (day: string) => string };

export function tongueOf(language: string | undefined): Tongue {
  const known = supported(language);
  const day = { timeZone: 'UTC', day: 'numeric', month: 'long' } as const;
  const [withYear, without] = [new Intl.DateTimeFormat(known, { ...day, year: 'numeric' }), new Intl.DateTimeFormat(known, day)];
  return {
    compare: new Intl.Collator(known).compare,
    dayText: (text) => {
      const at = Date.parse(`${text}T00:00:00Z`);
      // Outlook writes the year 1604 for birthdays without a year.
      return Number.isNaN(at) ? text : (text.startsWith('1604-') ? without : withYear).format(at);
    },
  };
}

function supported(language: string | undefined): string | undefined {
  try {
    return language === undefined || Intl.Collator.supportedLocalesOf(language).length === 0 ? undefined : language;
  } catch {
    return undefined; // not even a tag
  }
}

/** Makes entries; the ids of folders and the names of categories, which all share, are held once. */
export function entryMaker({ dayText }: Tongue): (contact: Contact) => SearchEntry {
  const held = new Map<string, string>();
  const once = (text: string): string => {
    const before = held.get(text);
    if (before === undefined) held.set(text, text);
    return before ?? text;
  };
  const noCategories: readonly string[] = [];
  return (contact) => {
    const lines: string[] = [];
    const numbers: string[] = [];
    for (const { field, text } of contactParts(contact, dayText)) {
      const line = foldText(text);
      // Names stand in a contact several times over; a word is found in the first as well as in the second.
      if (!lines.some((before) => before.includes(line))) lines.push(line);
      if (isPhone(field)) numbers.push(digitsOf(text));
    }
    return {
      // Joined, not added up: of a sum the browser keeps the parts, and puts them together when it is first looked through.
      id: contact.id, name: listName(contact), text: [...lines, ...numbers].join('\n'), folderId: once(contact.parentFolderId),
      categories: contact.categories.length === 0 ? noCategories : contact.categories.map(once),
    };
  };
}

/** By name as the language sorts; equal ones by id, so that two panes show the same. */
export const inOrder = ({ compare }: Tongue) => (a: SearchEntry, b: SearchEntry): number =>
  compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const categoryKey = (name: string): string => name.trim().toLowerCase();

/** Tells whether an entry fits; null when everybody does. */
export function fitting({ text, folderId, category }: BrowseQuery): ((entry: SearchEntry) => boolean) | null {
  const { words, digits } = typedText(text);
  const wanted = typeof category === 'string' ? null : categoryKey(category.name);
  if (words.length === 0 && folderId === null && category === 'any') return null;
  return (entry) =>
    (folderId === null || entry.folderId === folderId)
    && (category === 'any' || (wanted === null ? entry.categories.length === 0 : entry.categories.some((name) => categoryKey(name) === wanted)))
    && (words.every((word) => entry.text.includes(word)) || (digits !== '' && entry.text.includes(digits)));
}

/** Whether everybody who fits `next` fits `before` too: then only those need be looked at. So it is while one types. */
export function narrows(before: BrowseQuery, next: BrowseQuery): boolean {
  if (before.folderId !== next.folderId || JSON.stringify(before.category) !== JSON.stringify(next.category)) return false;
  const [was, is] = [typedText(before.text), typedText(next.text)];
  return was.words.every((word) => is.words.some((longer) => longer.includes(word)))
    && (is.digits === '' || was.words.length === 0 || (was.digits !== '' && is.digits.includes(was.digits)));
}
