import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Settings } from '../state/graphState.ts';
import type { Extension } from '../state/contactRecord.ts';
import type { Json } from './contactView.ts';
import { isObject } from './readValues.ts';

export function renderExtension(name: string, values: Extension, settings: Settings): Json {
  return {
    '@odata.type': '#microsoft.graph.openTypeExtension', extensionName: name, id: `${settings.extensionIdPrefix}${name}`, ...values,
  };
}

const isPrimitive = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The values a body gives an open extension: primitives and arrays of primitives ("openTypeExtension resource type"). */
export function readExtensionValues(body: unknown): Extension | Refusal {
  if (!isObject(body)) return refusals.body();
  const values: Json = {};
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('@odata.') || name === 'extensionName' || name === 'id') continue;
    const fits = isPrimitive(value) || (Array.isArray(value) && value.every(isPrimitive)) || name.includes('@odata.');
    if (!fits) return refusals.body(`property '${name}'`);
    values[name] = value;
  }
  return values;
}

/** A new extension: its name and its values. */
export function readNewExtension(body: unknown): { name: string; values: Extension } | Refusal {
  if (!isObject(body)) return refusals.body();
  const type = body['@odata.type'];
  if (type !== undefined && !/^#?microsoft\.graph\.openTypeExtension$/i.test(String(type))) return refusals.body("property '@odata.type'");
  if (typeof body.extensionName !== 'string' || body.extensionName === '') return refusals.body("property 'extensionName'");
  const values = readExtensionValues(body);
  return isRefusal(values) ? values : { name: body.extensionName, values };
}
