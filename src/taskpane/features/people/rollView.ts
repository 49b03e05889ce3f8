import type { Mark } from '../../parts/markOf.ts';

/** What one can filter and choose by: a mark, or something said besides. */
export type Trait = Mark | 'differs' | 'colleague';
export type SortBy = 'item' | 'name' | 'verdict' | 'company' | 'domain';
export type GroupBy = 'none' | 'company' | 'domain';

/** How the list of an item's people is arranged. Apart from the arranging itself, which comes with the list. */
export type RollView = { readonly sort: SortBy; readonly group: GroupBy; readonly only: readonly Trait[]; readonly text: string };
export const plainView: RollView = { sort: 'item', group: 'none', only: [], text: '' };
