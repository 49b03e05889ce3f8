import { isDay } from '#domain/calendarDay';
import type { ContactId } from '#domain/contact';
import type { CustomField, CustomFieldKind, CustomValue, CustomValues } from '#domain/customField';
import { isCustomValue, orgPrefix } from '#domain/customField';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { sendBatch } from './batch.ts';
import type { GraphClient } from './client.ts';
import { goneIfIdIsBad, readContactScopes, writeContactScopes } from './contacts.ts';
import { readSchemaExtension, readSchemaValues } from './wireExtensions.ts';

/** For the definition; only work accounts have any. (Graph permissions reference) */
export const readOrgFieldsScopes = ['User.Read'] as const;

type How = { readonly signal?: AbortSignal | undefined };

/**
 * Fields that an organisation defined as a schema extension, and their values. The definition is asked for once and
 * kept as long as these calls live. (Graph reference, schemaExtension resource type)
 */
export type OrgValues = {
  /**
   * The fields under their ids `org:<property>`; what holds bytes is left out. `refused` with the code
   * `notForContacts` when the extension is for other things. Needs `readOrgFieldsScopes`.
   */
  readonly orgFields: (extensionName: string, how?: How) => Promise<Result<readonly CustomField[]>>;
  /**
   * Twenty in a request, keyed by `org:<property>`; a contact that is gone is left out, and so is a value that does not
   * fit its field. Needs `readOrgFieldsScopes` and `readContactScopes`.
   */
  readonly getOrgValues: (ids: readonly ContactId[], extensionName: string, how?: How) => Promise<Result<ReadonlyMap<ContactId, CustomValues>>>;
  /**
   * Writes the values named by `org:<property>`; null takes one away, and what is not named keeps its value. `refused`
   * with the code `unknownField` or `unfitValue` before anything is sent. Needs `readOrgFieldsScopes` and
   * `writeContactScopes`.
   */
  readonly setOrgValues: (
    id: ContactId, extensionName: string, values: Readonly<Record<string, CustomValue | null>>, how?: How,
  ) => Promise<Result<null>>;
};

const kinds: Readonly<Record<string, CustomFieldKind>> = { String: 'text', Integer: 'number', Boolean: 'yesNo', DateTime: 'date' };

const refused = (code: string) => failed({ kind: 'refused', code, message: '' } as const);

export function orgValues(client: GraphClient): OrgValues {
  const known = new Map<string, readonly CustomField[]>();

  async function orgFields(name: string, how?: How): Promise<Result<readonly CustomField[]>> {
    const before = known.get(name);
    if (before !== undefined) return ok(before);
    const answer = await client.send({ method: 'GET', path: `/schemaExtensions/${encodeURIComponent(name)}`, scopes: readOrgFieldsScopes, ...how });
    // The code for a definition that is not there is the one for a mailbox that is not there.
    if (!answer.ok) return answer.problem.kind === 'mailboxUnsupported' ? failed({ kind: 'gone' }) : answer;
    const definition = readSchemaExtension(answer.value.body);
    if (!definition.ok) return definition;
    if (!definition.value.targetTypes.some((type) => type.toLowerCase() === 'contact')) return refused('notForContacts');
    const fields = definition.value.properties.flatMap(({ name: property, type }): CustomField[] => {
      const kind = kinds[type];
      return kind === undefined ? [] : [{ id: `${orgPrefix}${property}`, label: property, kind, choices: [], source: 'organisation' }];
    });
    known.set(name, fields);
    return ok(fields);
  }

  return {
    orgFields,

    getOrgValues: async (ids, name, how) => {
      const fields = await orgFields(name, how);
      if (!fields.ok) return fields;
      const paths = ids.map((id) => `/me/contacts/${encodeURIComponent(id)}?$select=id,${encodeURIComponent(name)}`);
      const answers = await sendBatch(client, paths.map((path) => ({ method: 'GET', path })), { scopes: readContactScopes, signal: how?.signal });
      if (!answers.ok) return answers;
      const found = new Map<ContactId, CustomValues>();
      for (const [at, id] of ids.entries()) {
        const answer = goneIfIdIsBad(answers.value[at] ?? failed({ kind: 'notUnderstood', from: 'graph' } as const));
        if (!answer.ok && answer.problem.kind === 'gone') continue;
        const wire = answer.ok ? readSchemaValues(answer.value.body, name) : answer;
        if (!wire.ok) return wire;
        found.set(id, Object.fromEntries(fields.value.flatMap((field) => {
          const value = fromWire(field, wire.value[propertyOf(field)]);
          return value === null ? [] : [[field.id, value]];
        })));
      }
      return ok(found);
    },

    setOrgValues: async (id, name, values, how) => {
      const fields = await orgFields(name, how);
      if (!fields.ok) return fields;
      const body: [string, unknown][] = [];
      for (const [key, value] of Object.entries(values)) {
        const field = fields.value.find((one) => one.id === key);
        if (field === undefined) return refused('unknownField');
        if (value !== null && !fits(field, value)) return refused('unfitValue');
        body.push([propertyOf(field), field.kind === 'date' && value !== null ? `${String(value)}T00:00:00Z` : value]);
      }
      if (body.length === 0) return ok(null);
      const answer = goneIfIdIsBad(await client.send({
        method: 'PATCH', path: `/me/contacts/${encodeURIComponent(id)}`, scopes: writeContactScopes, body: { [name]: Object.fromEntries(body) }, ...how,
      }));
      return answer.ok ? ok(null) : answer;
    },
  };
}

const propertyOf = (field: CustomField): string => field.id.slice(orgPrefix.length);

function fits(field: CustomField, value: CustomValue): boolean {
  switch (field.kind) {
    case 'number':
      // Graph's Integer has 32 bits. (Graph reference, extensionSchemaProperty resource type)
      return typeof value === 'number' && (value | 0) === value;
    case 'yesNo':
      return typeof value === 'boolean';
    case 'date':
      return isDay(value);
    case 'text':
    case 'choice':
      return typeof value === 'string';
  }
}

function fromWire(field: CustomField, value: unknown): CustomValue | null {
  if (!isCustomValue(value)) return null;
  // The day of an instant in UTC, as it is written here.
  const own = field.kind === 'date' ? String(value).slice(0, 10) : value;
  return fits(field, own) ? own : null;
}
