import type { MailboxCall } from '../call.ts';
import { refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isObject } from '../shapes/readValues.ts';
import type { ContactRecord, Extension } from '../state/contactRecord.ts';

/**
 * Values of schema extensions in a contact's body, by the id of their definition. Members left out keep their
 * values; null for the whole removes it ("schemaExtension resource type").
 */
export function readSchemaValues(
  call: MailboxCall, body: Record<string, unknown>, record: ContactRecord,
): ReadonlyMap<string, Extension | null> | Refusal {
  const read = new Map<string, Extension | null>();
  for (const [id, value] of Object.entries(body)) {
    const definition = call.state.schemaExtensions.get(id);
    if (definition === undefined) continue;
    if (value === null) {
      read.set(id, null);
      continue;
    }
    if (!isObject(value)) return refusals.body(`property '${id}'`);
    const stranger = Object.keys(value).find((m) => !m.startsWith('@') && !definition.properties.some((p) => p.name === m));
    if (stranger !== undefined) return refusals.propertyDoesNotExist(stranger, id);
    read.set(id, { ...record.schemaExtensions?.get(id), ...value });
  }
  return read;
}
