import type { Contact, ContactFields, ContactId, FolderId } from '#domain/contact';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import { madeByThis } from './sendChange.ts';
import type { Server } from './server.ts';

export type FindMadePorts = {
  readonly findByAddress: (addresses: readonly string[], folderIds: readonly (FolderId | null)[]) =>
    Promise<Result<readonly { readonly contacts: readonly Contact[]; readonly problem: Problem | null }[]>>;
  readonly findByName: (displayName: string, folderId: FolderId | null) => Promise<Result<readonly Contact[]>>;
  /** The folders known here: somebody may have moved the contact since. */
  readonly folderIds: () => Promise<readonly FolderId[]>;
};

/**
 * Looks for the contact that a create whose answer was lost may have made: by its first address in every folder, and by
 * its name in the folder it was meant for when it has none.
 */
export function findMade(ports: FindMadePorts): Server['findMade'] {
  return async (fields: ContactFields, folderId: FolderId | null, since: number, not: readonly ContactId[] = []) => {
    const eligible = (found: readonly Contact[]) => found.filter(({ id }) => !not.includes(id));
    const address = fields.emailAddresses[0]?.address ?? '';
    if (address === '') {
      const named = await ports.findByName(fields.displayName, folderId);
      return named.ok ? madeByThis(eligible(named.value), fields, since) : named.problem.kind === 'gone' ? ok(null) : named;
    }
    const others = (await ports.folderIds()).filter((id) => id !== folderId);
    const found = await ports.findByAddress([address], [folderId, ...others]);
    if (!found.ok) return found;
    // "Nobody there" has to be certain here: on it hangs whether a contact is made a second time.
    const unsure = found.value.find((entry) => entry.problem !== null)?.problem;
    return unsure ? failed(unsure) : madeByThis(eligible(found.value.flatMap((entry) => entry.contacts)), fields, since);
  };
}
