import { refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/** The query of an address, decoded once. Names of OData options are lower case and carry their `$`. */
export type QueryOptions = {
  /** As they came and in that order, for links to further pages. */
  readonly all: readonly (readonly [name: string, value: string])[];
  get(name: string): string | undefined;
};

const odata = ['$top', '$skip', '$select', '$orderby', '$count', '$filter', '$expand', '$search', '$skiptoken', '$deltatoken', '$format'];

/** A `+` is a blank and a bare `#` never arrives, which is why both must be percent-encoded in a filter. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

export function parseQuery(text: string): QueryOptions | Refusal {
  const all: (readonly [string, string])[] = [];
  const known = new Map<string, string>();
  for (const part of text.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = decode(at < 0 ? part : part.slice(0, at));
    const value = decode(at < 0 ? '' : part.slice(at + 1));
    if (name === null || value === null) return refusals.uriNotParsed();
    const lower = name.toLowerCase();
    // The `$` is optional ("Use query parameters to customize responses").
    const option = odata.includes(`$${lower}`) ? `$${lower}` : lower;
    if (option.startsWith('$') && !odata.includes(option)) {
      return refusals.badRequest(`The query parameter '${name}' is not supported.`);
    }
    if (option.startsWith('$') && known.has(option)) {
      return refusals.badRequest(`Query option '${option}' was specified more than once, but it must be specified at most once.`);
    }
    known.set(option, value);
    all.push([option, value]);
  }
  return { all, get: (name) => known.get(name) };
}

/** `$top` and `$skip`: whole numbers, not negative. */
export function readNumber(query: QueryOptions, name: '$top' | '$skip', most: number): number | null | Refusal {
  const text = query.get(name);
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) {
    return refusals.badRequest(`Invalid value '${text}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`);
  }
  const value = Number(text);
  return value > most
    ? refusals.badRequest(`The limit of '${most}' for ${name === '$top' ? 'Top' : 'Skip'} query has been exceeded. The value from the incoming request is '${value}'.`)
    : value;
}

export function readCount(query: QueryOptions): boolean | Refusal {
  const text = query.get('$count');
  if (text === undefined || text === 'false') return false;
  return text === 'true' ? true : refusals.badRequest(`Invalid value '${text}' for $count query option found. Valid values are 'true' and 'false'.`);
}

/** `$select`; null is everything. */
export function readSelect(query: QueryOptions, isKnown: (name: string) => boolean, type: string): readonly string[] | null | Refusal {
  const text = query.get('$select');
  if (text === undefined || text === '') return null;
  const names = text.split(',').map((name) => name.trim()).filter((name) => name !== '');
  if (names.includes('*')) return null;
  const stranger = names.find((name) => !isKnown(name));
  return stranger === undefined ? names : refusals.selectFailed(stranger, type);
}

export type Order = { readonly property: string; readonly descending: boolean };

export function readOrderBy(query: QueryOptions, isKnown: (name: string) => boolean, type: string): readonly Order[] | Refusal {
  const text = query.get('$orderby');
  if (text === undefined || text.trim() === '') return [];
  const orders: Order[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*([A-Za-z]+(?:\/[A-Za-z]+)*)(?:\s+(asc|desc))?\s*$/.exec(part);
    const property = match?.[1];
    if (property === undefined) return refusals.badRequest(`Syntax error at position 0 in '${text}'.`);
    if (!isKnown(property)) return refusals.unknownProperty(property, type);
    orders.push({ property, descending: match?.[2] === 'desc' });
  }
  return orders;
}

/** The address of another page: the same options with others put in their place. */
export function linkWith(address: string, query: QueryOptions, changes: Readonly<Record<string, string>>): string {
  const kept = query.all.filter(([name]) => !Object.hasOwn(changes, name));
  const parts = [...kept, ...Object.entries(changes)].map(([name, value]) => `${name.replace('$', '%24')}=${encodeURIComponent(value)}`);
  return `${address}?${parts.join('&')}`;
}
