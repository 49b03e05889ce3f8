import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { readObjects, readText } from './readValues.ts';

/** A single-value extended property: a MAPI property under the id that whoever wrote it gave it. */
export type ExtendedProperty = { readonly id: string; readonly value: string };

const types = 'ApplicationTime|Binary|Boolean|CLSID|Currency|Double|Error|Float|Integer|Long|Object|Short|String|SystemTime';
const guid = '\\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\\}';
const named = new RegExp(`^(${types}) (${guid}) Name (.+)$`, 'i');
const numbered = new RegExp(`^(${types}) (${guid}) Id (0x[0-9A-F]{1,8}|\\d+)$`, 'i');
const tagged = new RegExp(`^(${types}) (0x[0-9A-F]{1,8})$`, 'i');

/**
 * What an id stands for; null when it has none of the three forms. The name of a named property is compared with regard
 * to case, everything else without. ("Outlook extended properties overview"; "Get singleValueLegacyExtendedProperty")
 */
export function extendedKey(id: string): string | null {
  const byName = named.exec(id);
  if (byName !== null) return `${byName[1]} ${byName[2]} name `.toLowerCase() + (byName[3] ?? '');
  return numbered.test(id) || tagged.test(id) ? id.toLowerCase() : null;
}

/** The properties a body names, by what their ids stand for ("Create single-value extended property"). */
export function readExtendedProperties(value: unknown): ReadonlyMap<string, ExtendedProperty> | Refusal {
  const entries = readObjects('singleValueExtendedProperties', value, ['id', 'value'], 'microsoft.graph.singleValueLegacyExtendedProperty');
  if (isRefusal(entries)) return entries;
  const properties = new Map<string, ExtendedProperty>();
  for (const { id, value: given } of entries) {
    const key = typeof id === 'string' ? extendedKey(id) : null;
    if (key === null) return refusals.extendedProperty();
    const text = readText('value', given ?? null, 32_768);
    if (isRefusal(text)) return text;
    if (text === null) return refusals.body("property 'value'");
    properties.set(key, { id: id as string, value: text });
  }
  return properties;
}
