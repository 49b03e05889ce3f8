import { count } from './count.ts';

/** What Outlook does not tell of the open item, and Graph does. */
export const wholeItem = {
  title: 'How many Outlook told of',
  mayHaveMore: (n: number) => `Outlook told us of ${n.toLocaleString('en')} people. There may be more on this item.`,
  show: 'Show everybody', reading: 'Reading everybody on this item …',
  all: (n: number) => `All ${n.toLocaleString('en')} people on this item are here.`,
  notMine: 'This item is not in your own mailbox, so the pane cannot read more of it than Outlook tells.',
  group: 'This is a group of people.',
  groupHint: 'An administrator of your organisation has to allow the pane to look into groups.',
  showGroup: 'Show who is in it', readingGroup: 'Reading who is in this group …',
  inGroup: (n: number) => (n === 0 ? 'Nobody with a mail address is in this group.' : `${count(n, 'person', 'people')} in this group: now among the people on this item.`),
  noSuchGroup: 'Your organisation\'s directory does not know this group. Lists of somebody\'s own and groups elsewhere cannot be looked into.',
};
