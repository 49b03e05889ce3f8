import { orgPrefix } from '#domain/customField';
import type { CustomValues } from '#domain/customField';
import { ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { ContactId } from '#domain/contact';
import type { Categories } from '#graph/categories';
import type { ContactFolders } from '#graph/contactFolders';
import type { Contacts } from '#graph/contacts';
import type { CustomValuesCalls } from '#graph/customValues';
import type { FollowUps } from '#graph/followUps';
import type { Photos } from '#graph/photos';
import type { Server } from './server.ts';

export type GraphCalls = Contacts & Photos & FollowUps & CustomValuesCalls & Categories & ContactFolders;

/** Graph's calls as the outbox wants them. `schemaExtension`: where the organisation keeps fields of its own; null when it has none. */
export function serverOver(graph: GraphCalls, findMade: Server['findMade'], schemaExtension: string | null): Server {
  return {
    getContact: graph.getContact,
    createContact: graph.createContact,
    getWithChange: graph.getWithChange,
    updateContact: graph.updateContact,
    deleteContact: graph.deleteContact,
    deleteContactOnce: graph.deleteContactOnce,
    findMade,
    getPhoto: graph.getPhoto,
    putPhoto: graph.putPhoto,
    removePhoto: graph.removePhoto,
    flag: {
      read: async (id) => onlyOf(id, await graph.getFollowUps([id])),
      write: (id, flag) => graph.setFollowUp(id, flag),
    },
    custom: {
      read: async (id) => onlyOf(id, await readCustom(graph, schemaExtension, [id])),
      async write(id, values, had) {
        const [own, ownHad] = [partOf(values, 'own'), partOf(had, 'own')];
        if (Object.keys({ ...own, ...ownHad }).length > 0) {
          const set = await graph.setCustomValues(id, own, ownHad);
          if (!set.ok) return set;
        }
        const [org, orgHad] = [partOf(values, 'organisation'), partOf(had, 'organisation')];
        const gone = Object.fromEntries(Object.keys(orgHad).filter((key) => !(key in org)).map((key) => [key, null]));
        if (schemaExtension === null || Object.keys({ ...org, ...gone }).length === 0) return ok(null);
        return graph.setOrgValues(id, schemaExtension, { ...org, ...gone });
      },
    },
    folders: {
      list: graph.listFolders,
      create: graph.createFolder,
      rename: async (id, name) => withoutAnswer(await graph.renameFolder(id, name)),
      move: async (id, parentId) => withoutAnswer(await graph.moveFolder(id, parentId)),
      remove: graph.deleteFolder,
      countIn: graph.countIn,
    },
    categories: {
      list: () => graph.listCategories({ toWrite: true }),
      create: graph.createCategory,
      recolour: async (id, color) => withoutAnswer(await graph.recolourCategory(id, color)),
      remove: graph.deleteCategory,
    },
  };
}

/** The person's own fields and the organisation's, as one. */
export async function readCustom(
  graph: Pick<GraphCalls, 'getManyCustomValues' | 'getOrgValues'>, schemaExtension: string | null, ids: readonly ContactId[], signal?: AbortSignal,
): Promise<Result<ReadonlyMap<ContactId, CustomValues>>> {
  const how = signal === undefined ? {} : { signal };
  const own = await graph.getManyCustomValues(ids, how);
  if (!own.ok || schemaExtension === null) return own;
  const org = await graph.getOrgValues(ids, schemaExtension, how);
  if (!org.ok) return org;
  return ok(new Map([...own.value].map(([id, values]) => [id, { ...values, ...org.value.get(id) }])));
}

const partOf = (values: CustomValues, source: 'own' | 'organisation'): CustomValues =>
  Object.fromEntries(Object.entries(values).filter(([id]) => id.startsWith(orgPrefix) === (source === 'organisation')));

/** A contact that is missing in the answer is gone. */
function onlyOf<T>(id: ContactId, found: Result<ReadonlyMap<ContactId, T>>): Result<T> {
  if (!found.ok) return found;
  const value = found.value.get(id);
  return value === undefined ? { ok: false, problem: { kind: 'gone' } } : ok(value);
}

const withoutAnswer = (answer: Result<unknown>): Result<null> => (answer.ok ? ok(null) : answer);
