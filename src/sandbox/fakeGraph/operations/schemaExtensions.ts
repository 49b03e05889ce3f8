import type { MailboxCall } from '../call.ts';
import { refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isObject } from '../shapes/readValues.ts';
import type { ContactRecord, Extension } from '../state/contactRecord.ts';

/** What a property of each type takes ("extensionSchemaProperty resource type"). */
function fits(type: string, value: unknown): boolean {
  switch (type) {
    case 'Boolean': return typeof value === 'boolean';
    case 'Integer': return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
    case 'DateTime': return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
    default: return typeof value === 'string';
  }
}

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
    const unfit = definition.properties.find((p) => value[p.name] !== undefined && value[p.name] !== null && !fits(p.type, value[p.name]));
    if (unfit !== undefined) return refusals.body(`property '${unfit.name}'`);
    read.set(id, { ...record.schemaExtensions?.get(id), ...value });
  }
  return read;
}
