import type { MailboxCall } from '../call.ts';
import { extensionName } from '../query/contactFilter.ts';
import type { QueryOptions } from '../query/queryOptions.ts';
import { refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Json } from '../shapes/contactView.ts';
import { extendedKey } from '../shapes/extendedProperty.ts';
import { renderExtension } from '../shapes/openExtension.ts';
import type { ContactRecord } from '../state/contactRecord.ts';

/** Names of open extensions, or what ids of extended properties stand for; null when nothing is expanded. */
export type Expand = { readonly of: 'extensions' | 'singleValueExtendedProperties'; readonly names: readonly string[] } | null;

/**
 * `$expand`: open extensions or single-value extended properties by id, and nothing else. Without the filter it is
 * refused, and a photo cannot be expanded.
 */
export function readExpand(query: QueryOptions): Expand | Refusal {
  const text = query.get('$expand')?.trim();
  if (text === undefined || text === '') return null;
  const match = /^(\w+)\s*(?:\(\s*\$filter\s*=\s*(.*)\))?$/is.exec(text);
  const property = match?.[1] ?? text;
  if (/^multiValueExtendedProperties/i.test(property)) return refusals.notEmulated('$expand of multi-value extended properties');
  const isExtended = property.toLowerCase() === 'singlevalueextendedproperties';
  if (!isExtended && property.toLowerCase() !== 'extensions') return refusals.expandNotSupported(property);
  const filter = match?.[2]?.trim();
  if (filter === undefined || filter === '') return isExtended ? refusals.filterNodes() : refusals.extensionExpandNeedsFilter();
  const names: string[] = [];
  for (const term of filter.split(/\s+or\s+/)) {
    const id = /^\(?\s*id\s+eq\s+'((?:[^']|'')+)'\s*\)?$/i.exec(term.trim())?.[1]?.replaceAll("''", "'");
    if (id === undefined) return refusals.filterNodes();
    const name = isExtended ? extendedKey(id) : extensionName(id);
    if (name === null) return refusals.extendedProperty();
    names.push(name);
  }
  return { of: isExtended ? 'singleValueExtendedProperties' : 'extensions', names };
}

export function withExpansion(shape: Json, record: ContactRecord, expand: Expand, call: MailboxCall): Json {
  if (expand === null) return shape;
  const found = expand.names.flatMap((name) => {
    if (expand.of === 'singleValueExtendedProperties') return record.extendedProperties?.get(name) ?? [];
    const values = record.extensions?.get(name);
    return values === undefined ? [] : [renderExtension(name, values, call.state.settings)];
  });
  return found.length === 0 ? shape : { ...shape, [expand.of]: found };
}
