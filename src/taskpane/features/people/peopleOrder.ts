import type { PersonRow } from '#app/lookUpPeople';
import { markOf } from '../../parts/markOf.ts';
import type { Unsaved } from '../../parts/unsaved.ts';

export type PeopleCount = { readonly people: number; readonly known: number; readonly fresh: number; readonly refused: number };

/** How many of the people are contacts, could be saved, or were saved in vain. Oneself, machines, rooms and groups count as none of these. */
export function countPeople(rows: readonly PersonRow[], unsaved: Unsaved): PeopleCount {
  const marks = rows.map((row) => markOf(row, unsaved));
  return {
    people: rows.length,
    known: marks.filter((mark) => mark === 'known' || mark === 'several').length,
    fresh: marks.filter((mark) => mark === 'fresh').length,
    refused: marks.filter((mark) => mark === 'refused').length,
  };
}

/** The order of the item itself; the person reading goes to the end, since they know themselves. */
export function inOrder(rows: readonly PersonRow[]): readonly PersonRow[] {
  return [...rows.filter((row) => row.standing !== 'self'), ...rows.filter((row) => row.standing === 'self')];
}

/** The contact's own name for people one knows, since that is how one knows them. */
export function shownName(row: PersonRow): string {
  if (row.verdict.kind === 'known' && row.verdict.contact.displayName !== '') return row.verdict.contact.displayName;
  return row.person.name || row.person.address;
}
