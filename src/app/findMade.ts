import type { Contact, ContactFolder, FolderId } from '#domain/contact';
import type { ContactOrigin } from '#domain/contactOrigin';
import { ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { Server } from './server.ts';

export type FindMadePorts = {
  readonly findByOrigin: (of: keyof ContactOrigin, value: string, folderIds: readonly (FolderId | null)[]) => Promise<Result<readonly Contact[]>>;
  /** Asked of Graph: the contact may have been moved since, to a folder that this device has not heard of yet. */
  readonly listFolders: () => Promise<Result<readonly ContactFolder[]>>;
};

/** Looks for contacts by their origin in every folder that Graph has now. */
export function findMade({ findByOrigin, listFolders }: FindMadePorts): Server['findMade'] {
  return async (of, value) => {
    const folders = await listFolders();
    if (!folders.ok) return folders;
    const found = await findByOrigin(of, value, [null, ...folders.value.flatMap(({ id, isDefault }) => (isDefault ? [] : [id]))]);
    return found.ok ? ok([...found.value].sort(byAge)) : found;
  };
}

/** Times come in whole seconds; between two of the same second the id decides, for everybody alike. */
const byAge = (a: Contact, b: Contact): number =>
  Date.parse(a.createdDateTime) - Date.parse(b.createdDateTime) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
