import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Settings } from '../state/graphState.ts';
import { extendedKey } from '../shapes/extendedProperty.ts';
import { isTextProperty } from '../state/contactRecord.ts';
import type { ContactRecord } from '../state/contactRecord.ts';
import type { Filter, Literal } from './filter.ts';

export type ContactTest = (record: ContactRecord) => boolean;

/** Names in which the beginning may be asked for. */
const startsWithProperties = ['displayName', 'givenName', 'surname'];
/** Names people filter by equality in production; other text was asked about publicly and never answered. */
const plainProperties = ['displayName', 'givenName', 'surname', 'middleName', 'nickName', 'fileAs', 'jobTitle'];

type Rules = {
  readonly isProperty: (name: string) => boolean;
  readonly settings: Settings;
};

function countAnyTerms(filter: Filter): number {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return countAnyTerms(filter.left) + countAnyTerms(filter.right);
    case 'any':
      return 1;
    default:
      return 0;
  }
}

/**
 * What a filter on contacts means, or the refusal Graph gives. Exact match of an address is the documented form
 * ("List contacts"); the others listed here are those that working clients ship.
 */
export function contactFilter(filter: Filter, rules: Rules): ContactTest | Refusal {
  if (countAnyTerms(filter) > rules.settings.addressTermsInOneFilter) return refusals.tooComplex();
  return compile(filter, rules);
}

function compile(filter: Filter, rules: Rules): ContactTest | Refusal {
  const { settings } = rules;
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const left = compile(filter.left, rules);
      if (isRefusal(left)) return left;
      const right = compile(filter.right, rules);
      if (isRefusal(right)) return right;
      return filter.kind === 'and' ? (r) => left(r) && right(r) : (r) => left(r) || right(r);
    }
    case 'not':
    case 'all':
      return refusals.filterNodes();
    case 'any':
      return anyTest(filter, settings);
    case 'call': {
      if (!rules.isProperty(filter.path.split('/')[0] ?? '')) return refusals.unknownProperty(filter.path, 'microsoft.graph.contact');
      if (filter.name !== 'startswith' || filter.literal.type !== 'text') return refusals.filterNodes();
      const name = filter.path;
      if (!startsWithProperties.includes(name) || !isTextProperty(name)) return refusals.filterNodes();
      const wanted = fold(filter.literal, settings);
      return (r) => foldText(r.fields.text[name] ?? '', settings).startsWith(wanted);
    }
    case 'compare': {
      // Asking for a null flag was answered with a plain 500.
      if (filter.path === 'flag' || filter.path.startsWith('flag/')) return refusals.internal();
      const name = filter.path;
      if (!rules.isProperty(name.split('/')[0] ?? '')) return refusals.unknownProperty(name, 'microsoft.graph.contact');
      if (filter.operator !== 'eq' || filter.literal.type !== 'text' || !isTextProperty(name)) return refusals.filterNodes();
      if (!plainProperties.includes(name) && !settings.companyNameFilter) return refusals.filterNodes();
      const wanted = fold(filter.literal, settings);
      return (r) => foldText(r.fields.text[name] ?? '', settings) === wanted;
    }
  }
}

function anyTest(filter: Extract<Filter, { kind: 'any' | 'all' }>, settings: Settings): ContactTest | Refusal {
  const inner = filter.inner;
  const collection = filter.path.toLowerCase();
  if (collection === 'singlevalueextendedproperties') return extendedTest(filter);
  if (inner === null || inner.kind !== 'compare' || inner.operator !== 'eq' || inner.literal.type !== 'text') return refusals.filterNodes();
  const member = inner.path.startsWith(`${filter.variable}/`) ? inner.path.slice(filter.variable.length + 1) : null;
  if (filter.path === 'emailAddresses') {
    if (member !== 'address') return refusals.filterNodes();
    const wanted = fold(inner.literal, settings);
    return (r) => r.fields.emailAddresses.some((e) => e.address !== null && foldText(e.address, settings) === wanted);
  }
  if (collection === 'extensions') {
    if (member !== 'id') return refusals.filterNodes();
    const wanted = extensionName(inner.literal.value);
    return (r) => r.extensions?.has(wanted) === true;
  }
  if (filter.path === 'categories') {
    if (inner.path !== filter.variable || settings.categoriesFilter === 'refused') return refusals.filterNodes();
    if (settings.categoriesFilter === 'ignored') return () => true;
    const wanted = fold(inner.literal, settings);
    return (r) => r.fields.categories.some((c) => foldText(c, settings) === wanted);
  }
  return refusals.filterNodes();
}

/**
 * `singleValueExtendedProperties/Any(ep: ep/id eq '…' and ep/value eq '…')`: the id by `eq`, the text by `eq`, `ne`,
 * `contains` or `startswith` and without regard to case. ("Get singleValueLegacyExtendedProperty")
 */
function extendedTest({ inner, variable }: Extract<Filter, { kind: 'any' | 'all' }>): ContactTest | Refusal {
  if (inner === null || inner.kind !== 'and') return refusals.filterNodes();
  const [byId, byValue] = [inner.left, inner.right];
  if (byId.kind !== 'compare' || byId.operator !== 'eq' || byId.path !== `${variable}/id` || byId.literal.type !== 'text') return refusals.filterNodes();
  const key = extendedKey(byId.literal.value);
  if (key === null) return refusals.extendedProperty();
  if ((byValue.kind !== 'compare' && byValue.kind !== 'call') || byValue.path !== `${variable}/value` || byValue.literal.type !== 'text') return refusals.filterNodes();
  const wanted = byValue.literal.value.toLowerCase();
  const how = byValue.kind === 'call' ? byValue.name : byValue.operator;
  const fits = textTests[how];
  return fits === undefined ? refusals.filterNodes() : (r) => {
    const value = r.extendedProperties?.get(key)?.value.toLowerCase();
    return value !== undefined && fits(value, wanted);
  };
}

const textTests: Readonly<Record<string, ((value: string, wanted: string) => boolean) | undefined>> = {
  eq: (value, wanted) => value === wanted,
  ne: (value, wanted) => value !== wanted,
  contains: (value, wanted) => value.includes(wanted),
  startswith: (value, wanted) => value.startsWith(wanted),
};

/** The name of an open extension, whichever of its two id forms was used. */
export const extensionName = (id: string): string =>
  id.replace(/^microsoft\.graph\.openTypeExtension\./i, '').replace(/^Microsoft\.OutlookServices\.OpenTypeExtension\./i, '');

const foldText = (text: string, settings: Settings): string => (settings.filterIgnoresCase ? text.toLowerCase() : text);

function fold(literal: Literal, settings: Settings): string {
  const value = settings.doubleEncodedHashMatches ? literal.value.replaceAll('%23', '#') : literal.value;
  return foldText(value, settings);
}
