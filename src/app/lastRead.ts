import type { StoredFolder } from '#store/contactStore';

/** When all folders were last read to their end, the oldest counting; null when one of them never was. */
export const lastRead = (folders: readonly StoredFolder[]): number | null =>
  folders.length > 0 && folders.every((folder) => folder.syncedAt !== null)
    ? Math.min(...folders.map((folder) => folder.syncedAt ?? 0)) : null;
