import type { ContactId } from '#domain/contact';
import type { CustomValues } from '#domain/customField';
import { isCustomValue } from '#domain/customField';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { sendBatch } from './batch.ts';
import type { GraphClient } from './client.ts';
import { goneIfIdIsBad, readContactScopes, writeContactScopes } from './contacts.ts';
import type { OrgValues } from './orgValues.ts';
import { orgValues } from './orgValues.ts';
import type { WireExtension } from './wireExtensions.ts';
import { readExtensions } from './wireExtensions.ts';

/**
 * The one name under which all own fields are kept. Each new name uses up a property of the mailbox, of which there is
 * a limited number, so it is never another. (Exchange, quota of named properties)
 */
export const customValuesExtension = 'com.contactpane.fields';

type How = { readonly signal?: AbortSignal | undefined };

/**
 * Values of the person's own fields, in an open extension of the contact. Their changes are not in delta, and they do
 * not move the contact's other fields. (Graph reference, openTypeExtension resource type)
 */
export type CustomValuesCalls = OrgValues & {
  /** {} when the contact has none. Needs `readContactScopes`. */
  readonly getCustomValues: (id: ContactId, how?: How) => Promise<Result<CustomValues>>;
  /** Twenty in a request; a contact that is gone is left out. Needs `readContactScopes`. */
  readonly getManyCustomValues: (ids: readonly ContactId[], how?: How) => Promise<Result<ReadonlyMap<ContactId, CustomValues>>>;
  /**
   * Makes `values` the contact's values of the fields named in `values` or in `had`, which is what the caller knew
   * before: what stands only in `had` is taken away, and what stands in neither is left as it is. All is sent every
   * time, since the documents contradict each other on whether a value that is not sent stays. Needs
   * `writeContactScopes`. (Graph reference, "Update openTypeExtension")
   */
  readonly setCustomValues: (id: ContactId, values: CustomValues, had: CustomValues, how?: How) => Promise<Result<null>>;
};

const pathOf = (id: ContactId) => `/me/contacts/${encodeURIComponent(id)}`;
/** The list of extensions cannot be asked for; one can be expanded, and a contact without it answers all the same. */
const withExtension = (id: ContactId) =>
  `${pathOf(id)}?$select=id&$expand=${encodeURIComponent(`extensions($filter=id eq '${customValuesExtension}')`)}`;
const openType = 'microsoft.graph.openTypeExtension';

export function customValues(client: GraphClient): CustomValuesCalls {
  return {
    ...orgValues(client),
    getCustomValues: async (id, how) => {
      const found = await findExtension(client, id, readContactScopes, how);
      return found.ok ? ok(valuesIn(found.value)) : found;
    },
    getManyCustomValues: async (ids, how) => {
      const answers = await sendBatch(client, ids.map((id) => ({ method: 'GET', path: withExtension(id) })), {
        scopes: readContactScopes, signal: how?.signal,
      });
      if (!answers.ok) return answers;
      const found = new Map<ContactId, CustomValues>();
      for (const [at, id] of ids.entries()) {
        const extension = oursIn(answers.value[at] ?? failed({ kind: 'notUnderstood', from: 'graph' }));
        if (extension.ok) found.set(id, valuesIn(extension.value));
        else if (extension.problem.kind !== 'gone') return extension;
      }
      return ok(found);
    },
    setCustomValues: async (id, values, had, how) => {
      const first = await writeValues(client, id, values, had, how);
      // Another pane made the extension between our look and our create: now there is one to change.
      return !first.ok && first.problem.kind === 'changedElsewhere' ? writeValues(client, id, values, had, how) : first;
    },
  };
}

async function writeValues(client: GraphClient, id: ContactId, values: CustomValues, had: CustomValues, how?: How): Promise<Result<null>> {
  // One token will do: writing allows reading.
  const before = await findExtension(client, id, writeContactScopes, how);
  if (!before.ok) return before;
  if (before.value === null && Object.keys(values).length === 0) return ok(null);
  const request = before.value === null
    ? { method: 'POST', path: `${pathOf(id)}/extensions`, body: { '@odata.type': openType, extensionName: customValuesExtension, ...values } } as const
    : {
        method: 'PATCH', path: `${pathOf(id)}/extensions/${customValuesExtension}`,
        body: { '@odata.type': openType, ...allToSend(before.value, values, had) },
      } as const;
  const answer = goneIfIdIsBad(await client.send({ ...request, scopes: writeContactScopes, ...how }));
  return answer.ok ? ok(null) : answer;
}

/** Every property of the extension as it shall be: null for what is taken away, and as it is what we do not know. */
function allToSend(before: WireExtension, values: CustomValues, had: CustomValues): Record<string, unknown> {
  const kept = Object.entries(before.properties).filter(([name]) => {
    // A type that stands beside a property (`size@odata.type`) goes the way of that property.
    const property = name.split('@', 1)[0] ?? name;
    return !Object.hasOwn(values, property) && !Object.hasOwn(had, property);
  });
  const removed = Object.keys(had).filter((name) => !Object.hasOwn(values, name) && Object.hasOwn(before.properties, name));
  return { ...Object.fromEntries(kept), ...Object.fromEntries(removed.map((name) => [name, null])), ...values };
}

async function findExtension(
  client: GraphClient, id: ContactId, scopes: readonly string[], how?: How,
): Promise<Result<WireExtension | null>> {
  return oursIn(await client.send({ method: 'GET', path: withExtension(id), scopes, ...how }));
}

function oursIn(answer: Result<{ readonly body: unknown }>): Result<WireExtension | null> {
  const checked = goneIfIdIsBad(answer);
  if (!checked.ok) return checked;
  const extensions = readExtensions(checked.value.body);
  return extensions.ok ? ok(extensions.value.find(({ name }) => name === customValuesExtension) ?? null) : extensions;
}

/** What is no value of a field (null, a list, a type beside a property) is not ours to show. */
const valuesIn = (extension: WireExtension | null): CustomValues => Object.fromEntries(
  Object.entries(extension?.properties ?? {}).flatMap(([name, value]) => (!name.includes('@') && isCustomValue(value) ? [[name, value]] : [])),
);
