import type { PersonRow } from '#app/lookUpPeople';
import { differsFrom } from '#domain/differsFrom';
import type { Difference } from '#domain/differsFrom';
import { splitName } from '#domain/name';
import { foldAddress, foldText } from '#domain/normalize';
import type { PersonOnItem } from '#domain/personOnItem';
import { markOf } from '../../parts/markOf.ts';
import type { Mark } from '../../parts/markOf.ts';
import type { Unsaved } from '../../parts/unsaved.ts';
import { inOrder, shownName } from './peopleOrder.ts';
import type { RollView, SortBy, Trait } from './rollView.ts';

/** A person with all that the list sorts, groups and filters by. */
export type Entry = {
  readonly row: PersonRow;
  readonly name: string;
  readonly mark: Mark;
  readonly differs: readonly Difference[];
  readonly colleague: boolean;
  /** As stored, else as the mail says; '' where neither does. */
  readonly company: string;
  readonly domain: string;
};

export type RollSection = { readonly title: string; readonly count: number };
export type Shown = { readonly entries: readonly Entry[]; readonly sections: readonly RollSection[] };

/** In the order of their weight, which is the one of the chips and of sorting by verdict. */
export const traits: readonly Trait[] = ['refused', 'fresh', 'likely', 'several', 'known', 'differs', 'colleague', 'looking', 'open', 'list', 'room', 'machine', 'noAddress', 'self'];

export const entriesOf = (rows: readonly PersonRow[], unsaved: Unsaved): readonly Entry[] => inOrder(rows).map((row) => {
  const contact = row.verdict.kind === 'known' ? row.verdict.contact : null;
  return {
    row, name: shownName(row), mark: markOf(row, unsaved),
    differs: contact === null ? [] : differsFrom(row.person, contact),
    colleague: row.person.recipient === 'directory' && row.standing === 'person',
    company: contact?.companyName || companyOf(row.person),
    domain: foldAddress(row.person.address).split('@')[1] ?? '',
  };
});

// Taking names apart costs, and the rows are made anew at every batch a sync takes in; the people stay the same objects.
const companies = new WeakMap<PersonOnItem, string>();
function companyOf(person: PersonOnItem): string {
  const there = companies.get(person);
  if (there !== undefined) return there;
  const company = person.name === '' ? '' : splitName(person.name, person.address).companyName;
  companies.set(person, company);
  return company;
}

export const has = (entry: Entry, trait: Trait): boolean =>
  trait === 'differs' ? entry.differs.length > 0 : trait === 'colleague' ? entry.colleague : entry.mark === trait;

/** How many there are of each, in the order of the chips; those nobody is are left out. */
export function counts(entries: readonly Entry[]): readonly { readonly trait: Trait; readonly count: number }[] {
  return traits.map((trait) => ({ trait, count: entries.filter((entry) => has(entry, trait)).length })).filter(({ count }) => count > 0);
}

/** The entries to show, in order; with groups, those of one group stand together and the sections say how many each has. */
export function shown(entries: readonly Entry[], { sort, group, only, text }: RollView, language: string): Shown {
  const wanted = foldText(text).split(/\s+/).filter((word) => word !== '');
  const fitting = entries.filter((entry) => (only.length === 0 || only.some((trait) => has(entry, trait))) && fits(entry, wanted));
  const sorted = sort === 'item' ? fitting : [...fitting].sort(orderBy(sort, language));
  if (group === 'none') return { entries: sorted, sections: [] };
  const groups = new Map<string, { readonly title: string; readonly members: Entry[] }>();
  for (const entry of sorted) {
    const title = entry[group];
    const key = foldText(title);
    const there = groups.get(key);
    if (there) there.members.push(entry);
    else groups.set(key, { title, members: [entry] });
  }
  const compare = new Intl.Collator(language, { sensitivity: 'base', numeric: true }).compare;
  // Large groups are what one looks for; who has none comes last.
  const ordered = [...groups.values()].sort((a, b) => Number(a.title === '') - Number(b.title === '') || b.members.length - a.members.length || compare(a.title, b.title));
  return { entries: ordered.flatMap(({ members }) => members), sections: ordered.map(({ title, members }) => ({ title, count: members.length })) };
}

function fits(entry: Entry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { person } = entry.row;
  const all = foldText(`${entry.name} ${person.name} ${person.address} ${entry.company}`);
  return words.every((word) => all.includes(word));
}

function orderBy(sort: Exclude<SortBy, 'item'>, language: string): (a: Entry, b: Entry) => number {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const byName = (a: Entry, b: Entry): number => compare(a.name, b.name);
  if (sort === 'name') return byName;
  if (sort === 'verdict') return (a, b) => traits.indexOf(a.mark) - traits.indexOf(b.mark) || byName(a, b);
  return (a, b) => Number(a[sort] === '') - Number(b[sort] === '') || compare(a[sort], b[sort]) || byName(a, b);
}
