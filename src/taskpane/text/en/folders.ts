import { count } from './count.ts';

const contacts = (n: number) => count(n, 'contact', 'contacts');

export const folders = {
  title: 'Folders', show: 'Show its contacts', hint: 'Open a folder to see its contacts.', of: (name: string) => `Do something with the folder ${name}`,
  contacts,
  line: (name: string, n: number) => `${name}, ${contacts(n)}`,
  newFolder: 'New folder …', newIn: (name: string) => `New folder in ${name}`, nameOfNew: (parent: string) => `Name of the new folder in ${parent}`,
  create: 'Create', cancel: 'Cancel',
  nameNeeded: 'Give the folder a name.', taken: (name: string) => `There is a folder ${name} here already. Choose another name.`,
  rename: 'Rename …', renameOf: (name: string) => `Rename the folder ${name}`, newName: 'New name', renameGo: 'Rename',
  move: 'Move to another folder …', moveOf: (name: string) => `Move the folder ${name}`, moveTo: 'Into', isThere: 'It lies there already.', moveGo: 'Move',
  takenThere: (name: string) => `There is a folder ${name} in that folder already. Rename one of them first.`,
  remove: 'Delete …', removeOf: (name: string) => `Delete the folder ${name}?`, removeGo: 'Delete',
  empty: 'It is empty. You can undo this.',
  goes: (inside: number, people: number) => [
    inside > 0 ? count(inside, 'folder in it', 'folders in it') : '', people > 0 ? contacts(people) : '',
  ].filter((part) => part !== '').join(' and ') + (inside + people === 1 ? ' is deleted with it.' : ' are deleted with it.') + ' You can undo this.',
  counting: 'Asking Outlook what is in it …',
  lists: (n: number) => `Outlook also keeps ${count(n, 'contact list', 'contact lists')} in it, which the pane cannot see. ${n === 1 ? 'It goes' : 'They go'} to Deleted Items with the folder, and Undo does not bring ${n === 1 ? 'it' : 'them'} back.`,
  notCounted: 'Outlook could not be asked what else is in it. If there is anything, the folder stays.',
};

export const moving = {
  button: 'Move to folder …', title: (n: number) => (n === 1 ? 'Move to another folder' : `Move ${n.toLocaleString('en')} contacts to another folder`),
  to: 'Folder', go: 'Move', keep: 'Cancel', there: 'In this folder already.',
  someThere: (n: number) => `${count(n, 'of them is', 'of them are')} in this folder already and ${n === 1 ? 'stays' : 'stay'}.`,
  loses: 'Outlook lets add-ins only copy a contact and delete the old one. Lost for good are: the day it was created, fax numbers and other fields that only Outlook shows, attachments, and colours and pictures in the notes. Other programs see a new contact. Undo moves it back the same way.',
};
