import { categorySubject } from '#domain/change';

/** Whether a category stands on all of some contacts, on some of them or on none. */
export type Mark = 'all' | 'some' | 'none';

/** For each category on these contacts its name and mark, by the name as Outlook compares it. */
export function categoryMarks(contacts: readonly { readonly categories: readonly string[] }[]): ReadonlyMap<string, { readonly name: string; readonly mark: Mark }> {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { categories } of contacts) {
    const own = new Map(categories.map((name) => [categorySubject(name), name]));
    for (const [subject, name] of own) counts.set(subject, { name, count: (counts.get(subject)?.count ?? 0) + 1 });
  }
  return new Map([...counts].map(([subject, { name, count }]) => [subject, { name, mark: count === contacts.length ? 'all' as const : 'some' as const }]));
}

/** What was ticked and unticked, by subject. */
export type Ticks = ReadonlyMap<string, { readonly name: string; readonly on: boolean }>;

/** What a wish makes of the contacts: only what differs from what they carry. */
export function wishOf(contacts: readonly { readonly categories: readonly string[] }[], ticks: Ticks): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const marks = categoryMarks(contacts);
  const has = (subject: string): Mark => marks.get(subject)?.mark ?? 'none';
  const all = [...ticks];
  return {
    add: all.flatMap(([subject, { name, on }]) => (on && has(subject) !== 'all' ? [name] : [])),
    remove: all.flatMap(([subject, { name, on }]) => (!on && has(subject) !== 'none' ? [name] : [])),
  };
}
