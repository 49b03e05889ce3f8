import type { Category } from '#domain/category';
import { categorySubject } from '#domain/change';
import type { ChangeId } from '#domain/change';
import type { Contact, ContactFolder, FolderId } from '#domain/contact';
import type { ToRecord } from './acts.ts';
import { withCategories } from './manyActs.ts';
import { nameOf } from './nameOf.ts';

export type MailboxActsPorts = {
  readonly record: (entries: readonly ToRecord[]) => Promise<ChangeId>;
  readonly newId: () => string;
};

/** Acts on the mailbox's categories and folders; each is one group and is undone as one, its contacts included. */
export type MailboxActs = {
  createCategory(displayName: string, color: Category['color']): Promise<ChangeId>;
  recolourCategory(category: Category, color: Category['color']): Promise<ChangeId>;
  /** `carriers` lose the name as well; leave them out and it stays on them, without a colour. */
  deleteCategory(category: Category, carriers: readonly Contact[]): Promise<ChangeId>;
  /** Graph cannot rename one: the new one is created, everybody who carries the old name gets it, and the old one goes. */
  renameCategory(category: Category, displayName: string, carriers: readonly Contact[]): Promise<ChangeId>;
  /** Gives the id the folder has until Graph has named it; contacts may be put into it at once. */
  createFolder(displayName: string, parentFolderId: FolderId): Promise<FolderId>;
  renameFolder(folder: ContactFolder, displayName: string): Promise<ChangeId>;
  moveFolder(folder: ContactFolder, parentFolderId: FolderId): Promise<ChangeId>;
  /**
   * With the contacts in it, and with its subfolders and theirs: innermost first in `inside`. `lists`: in which folder how
   * many contact lists go with it, which no undo brings back; a folder with more in it than that is not deleted.
   */
  deleteFolder(
    folder: ContactFolder, contacts: readonly Contact[], inside?: readonly ContactFolder[], lists?: ReadonlyMap<FolderId, number>,
  ): Promise<ChangeId>;
};

export function mailboxActs({ record, newId }: MailboxActsPorts): MailboxActs {
  const category = (before: Category | null, after: Category | null, label: ToRecord['label'], name = (after ?? before)?.displayName ?? ''): ToRecord =>
    ({ act: { kind: 'category', contactId: categorySubject((after ?? before)?.displayName ?? ''), before, after }, label, name });
  const retag = (contact: Contact, add: readonly string[], remove: readonly string[], label: ToRecord['label']): ToRecord => ({
    act: { kind: 'update', contactId: contact.id, before: contact, patch: { categories: withCategories(contact.categories, add, remove) } },
    label, name: nameOf(contact),
  });
  const lookOf = ({ displayName, parentFolderId }: ContactFolder) => ({ displayName, parentFolderId });
  const folder = (of: ContactFolder, after: { displayName: string; parentFolderId: FolderId } | null, label: ToRecord['label'], lists = 0): ToRecord => ({
    act: { kind: 'folder', contactId: of.id, before: lookOf(of), after, restores: null, ...(lists > 0 ? { lists } : {}) }, label, name: of.displayName,
  });

  return {
    createCategory: (displayName, color) => record([category(null, { id: '', displayName, color }, 'categoryCreated')]),
    recolourCategory: (one, color) => record([category(one, { ...one, color }, 'categoryRecoloured')]),
    deleteCategory: (one, carriers) => record([
      ...carriers.map((contact) => retag(contact, [], [one.displayName], 'categoryDeleted')), category(one, null, 'categoryDeleted'),
    ]),
    renameCategory(one, displayName, carriers) {
      const made = category(null, { id: '', displayName, color: one.color }, 'categoryRenamed', one.displayName);
      const retagged = carriers.map((contact) => retag(contact, [displayName], [one.displayName], 'categoryRenamed'));
      const gone = category(one, null, 'categoryRenamed');
      // Names that differ in case alone are one name to Outlook: the two cannot be there side by side.
      return record(categorySubject(displayName) === categorySubject(one.displayName) ? [gone, made, ...retagged] : [made, ...retagged, gone]);
    },
    async createFolder(displayName, parentFolderId) {
      const contactId = `local:${newId()}`;
      await record([{ act: { kind: 'folder', contactId, before: null, after: { displayName, parentFolderId }, restores: null }, label: 'folderCreated', name: displayName }]);
      return contactId;
    },
    renameFolder: (of, displayName) => record([folder(of, { ...lookOf(of), displayName }, 'folderRenamed')]),
    moveFolder: (of, parentFolderId) => record([folder(of, { ...lookOf(of), parentFolderId }, 'folderMoved')]),
    deleteFolder: (of, contacts, inside = [], lists = new Map<FolderId, number>()) => record([
      ...contacts.map((contact): ToRecord => ({ act: { kind: 'delete', contactId: contact.id, before: contact, photo: null }, label: 'folderDeleted', name: nameOf(contact) })),
      ...[...inside, of].map((one) => folder(one, null, 'folderDeleted', lists.get(one.id))),
    ]),
  };
}
