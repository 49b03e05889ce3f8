import { readContactScopes, writeContactScopes } from './contactScopes.ts';
import type { Contact, ContactId, ContactPatch, FolderId } from '#domain/contact';
import type { ContactOrigin } from '#domain/contactOrigin';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { sendBatch } from './batch.ts';
import type { GraphAnswer, GraphClient } from './client.ts';
import { changeExpanded, expandedChange, mindsOrigin, originFilter, originProperties } from './contactOrigin.ts';
import { toContact, toNewWire, toWire } from './mapping.ts';
import { readOnFrom } from './paging.ts';
import { readContact } from './wire.ts';

export { readContactScopes, writeContactScopes } from './contactScopes.ts';

type How = { readonly signal?: AbortSignal | undefined };

/** What one address found. `problem` tells of a folder that could not be asked; `contacts` are then incomplete. */
export type FoundByAddress = {
  readonly address: string;
  readonly contacts: readonly Contact[];
  readonly problem: Problem | null;
};

export type Contacts = {
  /** Finds the contact in whatever folder. Needs `readContactScopes`. */
  readonly getContact: (id: ContactId, how?: How) => Promise<Result<Contact>>;
  /** The same with the create of the pane's that it goes back to; null when it was made otherwise. Needs `readContactScopes`. */
  readonly getWithChange: (id: ContactId) => Promise<Result<{ readonly contact: Contact; readonly change: string | null }>>;
  /** Cheap question before a save. Needs `readContactScopes`. */
  readonly getChangeKey: (id: ContactId, how?: How) => Promise<Result<string>>;
  /**
   * Into the default folder when `folderId` is null: the path decides, `parentFolderId` would not. Sent once: after
   * `offline`, `noAnswer`, `busy` or `notUnderstood` the contact may exist all the same, so look before another
   * try. With `origin` it can be looked for by that; a mailbox that has no room for such a note gets the contact without
   * it. Needs `writeContactScopes`.
   */
  readonly createContact: (fields: ContactPatch, folderId: FolderId | null, origin?: ContactOrigin | null, how?: How) => Promise<Result<Contact>>;
  /**
   * Writes the fields of the patch and no others. A patch that touches a name part should hold `displayName` too,
   * even when that stays: Exchange may otherwise make up its own. `changedElsewhere` when `changeKey` ('' for
   * "whatever it is") is not the contact's any more. With a change key it is not repeated by itself when its answer
   * was lost: it would meet its own success as a conflict. Whether Exchange honours the precondition is not
   * documented: compare `getChangeKey` first. Needs `writeContactScopes`. (Graph reference, "Update contact")
   */
  readonly updateContact: (id: ContactId, patch: ContactPatch, changeKey: string, how?: How) => Promise<Result<Contact>>;
  /**
   * Into Deleted Items; a contact that is already gone counts as deleted. With a change key (not '') only as long as it
   * is the contact's: `changedElsewhere` otherwise. Needs `writeContactScopes`. (Graph metadata, DELETE with If-Match)
   */
  readonly deleteContact: (id: ContactId, changeKey: string, how?: How) => Promise<Result<null>>;
  /**
   * The same, sent once by us, and `gone` is told: somebody else was quicker, or the browser sent it a second time. After
   * `offline`, `noAnswer`, `busy` or `notUnderstood` it may be done.
   */
  readonly deleteContactOnce: (id: ContactId, changeKey: string) => Promise<Result<null>>;
  /**
   * The contacts holding an address exactly, however many folders there are: one part of a batch for each address
   * and folder. One entry per address, in the order asked; `null` among the folders is the default one; a folder
   * that is gone holds nobody. Needs `readContactScopes`. (Graph reference, "List contacts")
   */
  readonly findByAddress: (
    addresses: readonly string[], folderIds: readonly (FolderId | null)[], how?: How,
  ) => Promise<Result<readonly FoundByAddress[]>>;
  /**
   * The contacts in these folders whose `origin` says this. Certain: one folder that could not be asked is a problem; one
   * that is gone holds nobody. Needs `readContactScopes`.
   */
  readonly findByOrigin: (of: keyof ContactOrigin, value: string, folderIds: readonly (FolderId | null)[]) => Promise<Result<readonly Contact[]>>;
};

export function contacts(client: GraphClient): Contacts {
  async function remove(id: ContactId, changeKey: string, how: How & { readonly repeatable?: boolean } = {}): Promise<Result<null>> {
    const answer = goneIfIdIsBad(await client.send({
      method: 'DELETE', path: pathOf(id), scopes: writeContactScopes, ...how,
      ...(changeKey === '' ? {} : { headers: { 'If-Match': `W/"${changeKey}"` } }),
    }));
    return answer.ok ? ok(null) : answer;
  }

  return {
    getContact: async (id, how) => asContact(await client.send({
      method: 'GET', path: pathOf(id), scopes: readContactScopes, ...how,
    })),

    async getWithChange(id) {
      const answer = await client.send({ method: 'GET', path: `${pathOf(id)}?${changeExpanded}`, scopes: readContactScopes });
      const contact = asContact(answer);
      return contact.ok ? ok({ contact: contact.value, change: answer.ok ? expandedChange(answer.value.body) : null }) : contact;
    },

    getChangeKey: async (id, how) => {
      const contact = asContact(await client.send({
        method: 'GET', path: `${pathOf(id)}?$select=id,changeKey`, scopes: readContactScopes, ...how,
      }));
      if (!contact.ok) return contact;
      const { changeKey } = contact.value;
      return changeKey === '' ? failed({ kind: 'notUnderstood', from: 'graph' }) : ok(changeKey);
    },

    async createContact(fields, folderId, origin = null, how = {}) {
      const post = async (body: object): Promise<Result<Contact>> => asContact(await client.send({
        method: 'POST', path: collection(folderId), scopes: writeContactScopes, body, ...how,
      }));
      const plain = toNewWire(fields);
      if (origin === null) return post(plain);
      const made = await post({ ...plain, ...originProperties(origin) });
      return made.ok || !mindsOrigin(made.problem) ? made : post(plain);
    },

    updateContact: async (id, patch, changeKey, how) => asContact(await client.send({
      method: 'PATCH', path: pathOf(id), scopes: writeContactScopes, body: toWire(patch), ...how,
      ...(changeKey === '' ? {} : { headers: { 'If-Match': `W/"${changeKey}"` } }),
    })),

    async deleteContact(id, changeKey, how) {
      const answer = await remove(id, changeKey, how);
      return answer.ok || answer.problem.kind !== 'gone' ? answer : ok(null);
    },

    deleteContactOnce: (id, changeKey) => remove(id, changeKey, { repeatable: false }),

    findByAddress: (addresses, folderIds, how) => findByAddress(client, addresses, folderIds, how),

    async findByOrigin(of, value, folderIds) {
      const paths = folderIds.map((folder) => `${collection(folder)}?${originFilter(of, value)}`);
      const answers = await sendBatch(client, paths.map((path) => ({ method: 'GET', path })), { scopes: readContactScopes });
      if (!answers.ok) return answers;
      const found = await readFound(client, paths, answers.value, {});
      return found.problem === null ? ok(found.contacts) : failed(found.problem);
    },
  };
}

/** What these folders answered to their addresses, each in a part of a batch. A folder that is gone holds nobody. */
async function readFound(
  client: GraphClient, paths: readonly string[], answers: readonly Result<GraphAnswer>[], how: How,
): Promise<{ readonly contacts: readonly Contact[]; readonly problem: Problem | null }> {
  const byId = new Map<ContactId, Contact>();
  let problem: Problem | null = null;
  for (const [at, path] of paths.entries()) {
    const answer = answers[at];
    if (answer === undefined) continue;
    const items = answer.ok
      ? await readOnFrom(client, { method: 'GET', path, scopes: readContactScopes, ...how }, answer.value.body, readContact)
      : answer;
    if (items.ok) for (const item of items.value) byId.set(item.id, toContact(item));
    else if (items.problem.kind !== 'gone') problem ??= items.problem;
  }
  return { contacts: [...byId.values()], problem };
}

async function findByAddress(
  client: GraphClient, addresses: readonly string[], folderIds: readonly (FolderId | null)[], how: How = {},
): Promise<Result<readonly FoundByAddress[]>> {
  const paths = addresses.flatMap((address) => folderIds.map((folder) => `${collection(folder)}?${holding(address)}`));
  const answers = await sendBatch(client, paths.map((path) => ({ method: 'GET', path })), {
    scopes: readContactScopes, signal: how.signal,
  });
  if (!answers.ok) return answers;
  const found: FoundByAddress[] = [];
  for (const [at, address] of addresses.entries()) {
    const [from, to] = [at * folderIds.length, (at + 1) * folderIds.length];
    found.push({ address, ...await readFound(client, paths.slice(from, to), answers.value.slice(from, to), how) });
  }
  return ok(found);
}

/** The one filter by address that is documented; a quote is doubled, then everything is percent-encoded. */
const holding = (address: string): string =>
  `$filter=${encodeURIComponent(`emailAddresses/any(a:a/address eq '${address.replaceAll("'", "''")}')`)}`;

const pathOf = (id: ContactId): string => `/me/contacts/${encodeURIComponent(id)}`;

const collection = (folderId: FolderId | null): string =>
  folderId === null ? '/me/contacts' : `/me/contactFolders/${encodeURIComponent(folderId)}/contacts`;

function asContact(answer: Result<{ readonly body: unknown }>): Result<Contact> {
  const checked = goneIfIdIsBad(answer);
  if (!checked.ok) return checked;
  const wire = readContact(checked.value.body);
  return wire.ok ? ok(toContact(wire.value)) : wire;
}

/** An id that Graph cannot read was cut or comes from another mailbox: nothing is to be found under it. */
export function goneIfIdIsBad<T>(answer: Result<T>): Result<T> {
  const bad = !answer.ok && answer.problem.kind === 'refused'
    && ['ErrorInvalidIdMalformed', 'RequestBroker--ParseUri'].includes(answer.problem.code);
  return bad ? failed({ kind: 'gone' }) : answer;
}
