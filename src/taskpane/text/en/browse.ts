import { count } from './count.ts';

export const browse = {
  title: 'All contacts',
  search: 'Search all contacts', hint: 'Name, phone, note, anything',
  allFolders: 'All folders', category: 'Category', anyCategory: 'Any category', noCategory: 'No category',
  count: (n: number) => count(n, 'contact', 'contacts'),
  hits: (n: number) => `${n.toLocaleString('en')} found`,
  listing: (n: number) => (n === 0 ? 'Listing your contacts …' : `Listing your contacts: ${n.toLocaleString('en')} so far`),
  reading: (n: number) => `Your contacts are still being read: ${n.toLocaleString('en')} so far`,
  empty: 'No contacts yet', emptyHint: 'Whoever you save appears here.',
  soon: 'Reading your contacts', soonHint: 'They appear here as they come.',
  nobody: 'Nobody found', nobodyHint: 'No contact fits this search and these filters.', showAll: 'Show all contacts',
  why: (field: string, text: string) => `${field}: ${text}`,
  categories: (names: string) => `Categories: ${names}`,
  coming: 'Being read',
  choose: 'Select', chosen: (n: number) => `${n.toLocaleString('en')} selected`,
  chooseAll: (n: number) => `Select all ${n.toLocaleString('en')}`, chooseNone: 'Cancel selection',
  confirmDelete: (n: number) => `Delete ${count(n, 'contact', 'contacts')}? You can undo this.`,
};
