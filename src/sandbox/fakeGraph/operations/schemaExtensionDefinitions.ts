import { randomBytes } from 'node:crypto';
import type { GraphAnswer, GraphCall } from '../call.ts';
import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isObject } from '../shapes/readValues.ts';
import type { SchemaExtensionDefinition } from '../state/graphState.ts';

/** Types a property of a schema extension can have ("extensionSchemaProperty resource type"). */
const propertyTypes = ['Binary', 'Boolean', 'DateTime', 'Integer', 'String'];
const next = { InDevelopment: ['Available', 'Deprecated'], Available: ['Deprecated'], Deprecated: ['Available'] } as const;
/** "At most 5 definitions per owner app." */
const mostPerOwner = 5;

const render = (d: SchemaExtensionDefinition): Record<string, unknown> =>
  ({ id: d.id, description: d.description, targetTypes: d.targetTypes, status: d.status, owner: d.owner, properties: d.properties });

const invalid = (message: string): Refusal => refuse(400, 'Request_BadRequest', message);

function find(call: GraphCall): SchemaExtensionDefinition | Refusal {
  const key = call.keys[0] ?? '';
  return call.state.schemaExtensions.get(key) ?? refusals.userNotFound(key);
}

type Property = { readonly name: string; readonly type: string };

function readProperties(value: unknown): readonly Property[] | Refusal {
  if (!Array.isArray(value) || value.length === 0) return invalid('Properties must not be empty.');
  const fits = (value as unknown[]).every((p) => isObject(p) && typeof p.name === 'string' && propertyTypes.includes(String(p.type)));
  return fits ? (value as Property[]).map(({ name, type }) => ({ name, type })) : invalid('A property needs a name and a type.');
}

/** `{verified domain}_{name}` is kept; a plain name gets `ext` and eight characters in front. */
function idFrom(asked: string): string | null {
  if (/^[a-z0-9]+_[A-Za-z][A-Za-z0-9_]*$/i.test(asked)) return asked;
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(asked)) return null;
  return `ext${randomBytes(4).toString('hex')}_${asked}`;
}

export function listSchemaExtensions(call: GraphCall): GraphAnswer {
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#schemaExtensions`, value: [...call.state.schemaExtensions.values()].map(render) } };
}

export function getSchemaExtension(call: GraphCall): GraphAnswer | Refusal {
  const found = find(call);
  return isRefusal(found) ? found : { status: 200, body: { '@odata.context': `${call.root}/$metadata#schemaExtensions/$entity`, ...render(found) } };
}

/** `POST /schemaExtensions` ("Create schemaExtension"). */
export function createSchemaExtension(call: GraphCall): GraphAnswer | Refusal {
  const { body } = call;
  if (!isObject(body) || typeof body.id !== 'string') return invalid('The id is missing.');
  const id = idFrom(body.id);
  if (id === null || call.state.schemaExtensions.has(id)) return invalid(`The id '${body.id}' is not valid.`);
  const targets = body.targetTypes;
  if (!Array.isArray(targets) || targets.length === 0 || targets.some((t) => typeof t !== 'string')) return invalid('Target types must not be empty.');
  const properties = readProperties(body.properties);
  if (isRefusal(properties)) return properties;
  if ([...call.state.schemaExtensions.values()].filter((d) => d.owner === call.caller.appId).length >= mostPerOwner) {
    return invalid('The owner app has reached the maximum number of schema extension definitions.');
  }
  const definition: SchemaExtensionDefinition = {
    id, description: typeof body.description === 'string' ? body.description : null, targetTypes: targets as string[],
    status: 'InDevelopment', owner: call.caller.appId, properties,
  };
  call.state.schemaExtensions.set(id, definition);
  return { status: 201, body: { '@odata.context': `${call.root}/$metadata#schemaExtensions/$entity`, ...render(definition) } };
}

/** `PATCH …/{id}`: only the owner app, and only forward in its life; properties may be added, not taken away. */
export function updateSchemaExtension(call: GraphCall): GraphAnswer | Refusal {
  const found = find(call);
  if (isRefusal(found)) return found;
  if (found.owner !== call.caller.appId) return refusals.authorizationDenied();
  if (!isObject(call.body)) return refusals.body();
  const { status } = call.body;
  if (status !== undefined && status !== found.status) {
    const to = next[found.status].find((s) => s === status);
    if (to === undefined) return invalid('The status cannot be changed this way.');
    found.status = to;
  }
  if (call.body.properties !== undefined) {
    const properties = readProperties(call.body.properties);
    if (isRefusal(properties)) return properties;
    if (found.properties.some((p) => !properties.some((q) => q.name === p.name && q.type === p.type))) return invalid('Properties cannot be removed.');
    found.properties = properties;
  }
  if (typeof call.body.description === 'string') found.description = call.body.description;
  return { status: 204 };
}

export function deleteSchemaExtension(call: GraphCall): GraphAnswer | Refusal {
  const found = find(call);
  if (isRefusal(found)) return found;
  if (found.owner !== call.caller.appId) return refusals.authorizationDenied();
  if (found.status !== 'InDevelopment') return invalid('Only a definition in development can be deleted.');
  call.state.schemaExtensions.delete(found.id);
  return { status: 204 };
}
