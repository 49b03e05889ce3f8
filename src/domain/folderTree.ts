import type { ContactFolder, FolderId } from './contact.ts';

export type FolderNode = { readonly folder: ContactFolder; readonly depth: number; readonly children: readonly FolderNode[] };

/** The folders as they lie in each other, the default one first and the others by name; each is there once, whatever the list holds. */
export function folderTree(folders: readonly ContactFolder[]): readonly FolderNode[] {
  const known = new Set(folders.map(({ id }) => id));
  const placed = new Set<FolderId>();
  const byName = [...folders].sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.displayName.localeCompare(b.displayName));
  const nodeOf = (folder: ContactFolder, depth: number): FolderNode => {
    placed.add(folder.id);
    const inside = byName.filter((one) => one.parentFolderId === folder.id && !one.isDefault && !placed.has(one.id));
    return { folder, depth, children: inside.map((one) => nodeOf(one, depth + 1)) };
  };
  const roots = byName.filter((folder) => folder.isDefault || !known.has(folder.parentFolderId)).map((folder) => nodeOf(folder, 0));
  // Two moves that crossed may have put folders into each other: they are shown all the same.
  const lost = byName.flatMap((folder) => (placed.has(folder.id) ? [] : [nodeOf(folder, 0)]));
  return [...roots, ...lost];
}

/** The same, one under the other. */
export const folderLines = (folders: readonly ContactFolder[]): readonly FolderNode[] => linesOf(folderTree(folders));

const linesOf = (nodes: readonly FolderNode[]): readonly FolderNode[] => nodes.flatMap((node) => [node, ...linesOf(node.children)]);

/** All folders that lie in this one, innermost first, without itself. */
export function foldersIn(folders: readonly ContactFolder[], id: FolderId): readonly ContactFolder[] {
  const node = folderLines(folders).find(({ folder }) => folder.id === id);
  return node === undefined ? [] : linesOf(node.children).map(({ folder }) => folder).reverse();
}

/** Whether a folder of this name lies there already, besides `except`. Outlook compares names without regard to case. */
export function isNameTaken(folders: readonly ContactFolder[], name: string, parentId: FolderId, except: FolderId | null = null): boolean {
  const fold = (text: string) => text.trim().toLocaleLowerCase('en');
  return folders.some((one) => one.parentFolderId === parentId && !one.isDefault && one.id !== except && fold(one.displayName) === fold(name));
}
