const contacts = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'contact' : 'contacts'}`;

/** Categories: on the card, in the picker, on their page. */
export const categories = {
  title: 'Categories', of: (name: string) => `Categories of ${name}`, edit: 'Categories …', editOf: (n: number) => `Categories of ${contacts(n)}`,
  notListed: 'not in the list of categories',
  search: 'Find a category', none: 'No category fits this.', empty: 'There are no categories yet.',
  apply: 'Apply', cancel: 'Cancel',
  some: (name: string) => `${name}, on some of them`,
  create: 'New category …', createNamed: (name: string) => `New category “${name}” …`, useAnyway: (name: string) => `Use “${name}” without a colour`,
  name: 'Name of the category', color: 'Colour', save: 'Create', nameNeeded: 'Give the category a name.', taken: 'There is a category of this name already.',
  addToList: 'Add to the list', addToListOf: (name: string) => `Add ${name} to the list`,
  /** What is missing while the list cannot be read. */
  withoutList: 'Names can be put on contacts all the same; only their colours and the list are missing.',
  withoutListPage: 'Until then only the names that your contacts carry are shown.',
  reading: 'Reading your categories …',
  count: contacts,
  inUse: 'On your contacts',
  unlisted: 'On contacts, but not in the list',
  unlistedHint: 'These names came from elsewhere, or their category was deleted. They have no colour.',
  takeOff: 'Take off everywhere', takeOffOf: (name: string) => `Take ${name} off everywhere`,
  write: 'Write to everybody in it', writeTo: (name: string, n: number) => `Everybody in ${name} (${contacts(n)})`,
  actions: (name: string) => `Change ${name}`, recolour: 'Colour', rename: 'Rename', remove: 'Delete',
  recolourOf: (name: string) => `Colour of ${name}`, renameOf: (name: string) => `New name for ${name}`,
  renameHint: (n: number) => (n === 0 ? 'Nobody carries it.' : `${contacts(n)} will carry the new name. Mails and appointments keep the old one.`),
  renameSave: 'Rename', done: 'Done',
  removeAsk: (name: string) => `Delete the category ${name}?`,
  removeHint: (n: number) => `${contacts(n)} ${n === 1 ? 'carries' : 'carry'} it.`,
  removeNobody: 'No contact carries it.',
  removeKeep: 'They keep the name, without a colour', removeTakeOff: 'Take it off them',
  partial: 'Your contacts are still being read; there may be more who carry a category.',
};
