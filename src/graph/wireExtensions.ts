/** Readers for extension data, in the manner of `wire.ts`. */
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';

/** An open extension. `properties` are those of its owner, types beside them (`size@odata.type`) included. */
export type WireExtension = { readonly name: string; readonly properties: Readonly<Record<string, unknown>> };

export type WireSchemaExtension = {
  readonly id: string;
  readonly targetTypes: readonly string[];
  readonly properties: readonly { readonly name: string; readonly type: string }[];
};

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const notUnderstood = failed({ kind: 'notUnderstood', from: 'graph' } as const);

/**
 * The expanded extensions of a contact; [] when it has none. An id is the name behind `microsoft.graph.` or, formerly,
 * `Microsoft.OutlookServices.` and the name of the type. (Graph reference, "Create open extension")
 */
export function readExtensions(contact: unknown): Result<readonly WireExtension[]> {
  if (!isObject(contact) || typeof contact.id !== 'string') return notUnderstood;
  const raw = contact.extensions ?? [];
  if (!Array.isArray(raw)) return notUnderstood;
  const extensions: WireExtension[] = [];
  for (const entry of raw as unknown[]) {
    if (!isObject(entry)) return notUnderstood;
    const { id, extensionName, ...rest } = entry;
    const name = typeof extensionName === 'string' ? extensionName : typeof id === 'string' ? id.replace(/^.*\.openTypeExtension\./i, '') : '';
    if (name === '') return notUnderstood;
    const properties = Object.fromEntries(Object.entries(rest).filter(([property]) => !property.startsWith('@')));
    extensions.push({ name, properties });
  }
  return ok(extensions);
}

/** (Graph reference, schemaExtension resource type) */
export function readSchemaExtension(value: unknown): Result<WireSchemaExtension> {
  if (!isObject(value) || typeof value.id !== 'string' || !Array.isArray(value.targetTypes) || !Array.isArray(value.properties)) return notUnderstood;
  const targetTypes = (value.targetTypes as unknown[]).filter((type) => typeof type === 'string');
  const properties: { name: string; type: string }[] = [];
  for (const property of value.properties as unknown[]) {
    if (!isObject(property) || typeof property.name !== 'string' || property.name === '' || typeof property.type !== 'string') return notUnderstood;
    properties.push({ name: property.name, type: property.type });
  }
  return ok({ id: value.id, targetTypes, properties });
}

/** What a contact holds under the name of a schema extension; {} when it holds nothing. */
export function readSchemaValues(contact: unknown, name: string): Result<Readonly<Record<string, unknown>>> {
  if (!isObject(contact) || typeof contact.id !== 'string') return notUnderstood;
  const values = contact[name] ?? {};
  return isObject(values) ? ok(values) : notUnderstood;
}
