import type { MailboxCall } from '../call.ts';
import { extensionName } from '../query/contactFilter.ts';
import type { QueryOptions } from '../query/queryOptions.ts';
import { refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Json } from '../shapes/contactView.ts';
import { renderExtension } from '../shapes/openExtension.ts';
import type { ContactRecord } from '../state/contactRecord.ts';

/** Names of the open extensions to expand; null when nothing is expanded. */
export type Expand = readonly string[] | null;

/**
 * `$expand`: open extensions by id, and nothing else. Without the filter it is refused, and a photo cannot be expanded.
 */
export function readExpand(query: QueryOptions): Expand | Refusal {
  const text = query.get('$expand')?.trim();
  if (text === undefined || text === '') return null;
  const match = /^(\w+)\s*(?:\(\s*\$filter\s*=\s*(.*)\))?$/is.exec(text);
  const property = match?.[1] ?? text;
  if (/^(single|multi)ValueExtendedProperties/i.test(property)) return refusals.notEmulated('$expand of extended properties');
  if (property.toLowerCase() !== 'extensions') return refusals.expandNotSupported(property);
  const filter = match?.[2]?.trim();
  if (filter === undefined || filter === '') return refusals.extensionExpandNeedsFilter();
  const names: string[] = [];
  for (const term of filter.split(/\s+or\s+/)) {
    const id = /^\(?\s*id\s+eq\s+'((?:[^']|'')+)'\s*\)?$/i.exec(term.trim())?.[1];
    if (id === undefined) return refusals.filterNodes();
    names.push(extensionName(id.replaceAll("''", "'")));
  }
  return names;
}

export function withExpansion(shape: Json, record: ContactRecord, expand: Expand, call: MailboxCall): Json {
  if (expand === null) return shape;
  const extensions = expand.flatMap((name) => {
    const values = record.extensions?.get(name);
    return values === undefined ? [] : [renderExtension(name, values, call.state.settings)];
  });
  return extensions.length === 0 ? shape : { ...shape, extensions };
}
