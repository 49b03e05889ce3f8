import type { Contact, ContactFields, ContactFolder, ContactId, FolderId } from '#domain/contact';
import { copyMadeOf, madeByThis } from '#domain/madeByThis';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { Server } from './server.ts';

export type FindMadePorts = {
  readonly findByAddress: (addresses: readonly string[], folderIds: readonly (FolderId | null)[]) =>
    Promise<Result<readonly { readonly contacts: readonly Contact[]; readonly problem: Problem | null }[]>>;
  readonly findByName: (displayName: string, folderId: FolderId | null) => Promise<Result<readonly Contact[]>>;
  /** Asked of Graph: the contact may have been moved since, to a folder that this device has not heard of yet. */
  readonly listFolders: () => Promise<Result<readonly ContactFolder[]>>;
};

/**
 * Looks for the contact that a create whose answer was lost may have made, in every folder, or the copy that a move may
 * have made in one: by its first address, or by its name when it has none.
 */
export function findMade({ findByAddress, findByName, listFolders }: FindMadePorts): Server['findMade'] {
  async function everyFolder(): Promise<Result<readonly (FolderId | null)[]>> {
    const folders = await listFolders();
    return folders.ok ? ok([null, ...folders.value.flatMap(({ id, isDefault }) => (isDefault ? [] : [id]))]) : folders;
  }

  async function called(name: string, folderIds: readonly (FolderId | null)[]): Promise<Result<readonly Contact[]>> {
    const found: Contact[] = [];
    for (const folderId of folderIds) {
      const named = await findByName(name, folderId);
      if (named.ok) found.push(...named.value);
      else if (named.problem.kind !== 'gone') return named;
    }
    return ok(found);
  }

  async function holding(address: string, folderIds: readonly (FolderId | null)[]): Promise<Result<readonly Contact[]>> {
    const found = await findByAddress([address], folderIds);
    if (!found.ok) return found;
    // "Nobody there" has to be certain here: on it hangs whether a contact is made a second time.
    const unsure = found.value.find((entry) => entry.problem !== null)?.problem;
    return unsure ? failed(unsure) : ok(found.value.flatMap((entry) => entry.contacts));
  }

  return async (fields: ContactFields, since: number, not: ReadonlySet<ContactId>, onlyIn?: FolderId) => {
    const folderIds = onlyIn === undefined ? await everyFolder() : ok([onlyIn]);
    if (!folderIds.ok) return folderIds;
    const address = fields.emailAddresses[0]?.address ?? '';
    const found = address === '' ? await called(fields.displayName, folderIds.value) : await holding(address, folderIds.value);
    const recognize = onlyIn === undefined ? madeByThis : copyMadeOf;
    return found.ok ? ok(recognize(found.value.filter(({ id }) => !not.has(id)), fields, since, Date.parse)) : found;
  };
}
