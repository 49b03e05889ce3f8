import type { PersonRow } from '#app/lookUpPeople';

/** How many of the people are contacts, and how many could be saved. Oneself and machines count as neither. */
export function countPeople(rows: readonly PersonRow[]): { readonly people: number; readonly known: number; readonly fresh: number } {
  const persons = rows.filter((row) => row.standing === 'person');
  return {
    people: rows.length,
    known: persons.filter((row) => row.verdict.kind === 'known' || row.verdict.kind === 'several').length,
    fresh: persons.filter((row) => row.verdict.kind === 'stranger').length,
  };
}

/** The order of the item itself; the person reading goes to the end, since they know themselves. */
export function inOrder(rows: readonly PersonRow[]): readonly PersonRow[] {
  return [...rows.filter((row) => row.standing !== 'self'), ...rows.filter((row) => row.standing === 'self')];
}
