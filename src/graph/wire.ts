/**
 * Shapes as Graph sends them, and readers that take unknown JSON and answer a value or `notUnderstood`; none of
 * them throws. Unset text comes as null or "", an unset postal address as {}, and a delta item brings only some
 * of its properties. (Graph reference, "contact resource type"; guide, "Use delta query to track changes")
 */
import type { Category } from '#domain/category';
import { isCategoryColor } from '#domain/category';
import type { AddressFieldName, ListFieldName, TextFieldName } from '#domain/contact';
import { addressFieldNames, listFieldNames, textFieldNames } from '#domain/contact';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';

type Text = string | null;
export type WireEmailAddress = { readonly name: Text; readonly address: Text };
export type WirePostalAddress = Readonly<Record<'street' | 'city' | 'state' | 'countryOrRegion' | 'postalCode', Text>>;

/** A property is absent when it did not come. */
export type WireContact = {
  readonly id: string;
  /** A delta item that says: not in this folder any more. */
  readonly removed: boolean;
  readonly changeKey?: string;
  readonly parentFolderId?: Text;
  readonly createdDateTime?: Text;
  readonly lastModifiedDateTime?: Text;
  readonly birthday?: Text;
  readonly emailAddresses?: readonly WireEmailAddress[];
} & { readonly [K in TextFieldName]?: Text }
  & { readonly [K in ListFieldName]?: readonly string[] }
  & { readonly [K in AddressFieldName]?: WirePostalAddress };

export type WireFolder = { readonly id: string; readonly displayName: string; readonly parentFolderId: string };

/** The flag of a contact. Times as Graph sends them, in UTC; null when there is none. */
export type WireFlagged = {
  readonly id: string;
  readonly parentFolderId: string;
  /** False when no flag came at all: then it reads as not flagged. */
  readonly hasFlag: boolean;
  readonly status: 'notFlagged' | 'flagged' | 'complete';
  readonly start: string | null;
  readonly due: string | null;
  readonly completed: string | null;
};

/** One page of a collection. `nextLink` and `deltaLink` are opaque. */
export type WirePage = {
  readonly items: readonly unknown[];
  readonly nextLink: string | null;
  readonly deltaLink: string | null;
};

export type WireBatchPart = {
  readonly id: string;
  readonly status: number;
  readonly body: unknown;
  readonly header: (name: string) => string | null;
};

export function readContact(value: unknown): Result<WireContact> {
  if (!isObject(value) || !isFilled(value.id)) return notUnderstood;
  const contact: Record<string, unknown> = { id: value.id, removed: isObject(value['@removed']) };
  const changeKey = value.changeKey ?? keyInTag(value['@odata.etag']);
  if (isFilled(changeKey)) contact.changeKey = changeKey;
  for (const name of [...textFieldNames, ...placeAndTime, 'birthday']) {
    if (!take(contact, value, name, isText)) return notUnderstood;
  }
  for (const name of listFieldNames) {
    if (!take(contact, value, name, isList, withoutNulls)) return notUnderstood;
  }
  for (const name of addressFieldNames) {
    if (!take(contact, value, name, isPostalAddress, postalAddress)) return notUnderstood;
  }
  if (!take(contact, value, 'emailAddresses', isEmailList, emailList)) return notUnderstood;
  return ok(contact as WireContact);
}

export function readFolder(value: unknown): Result<WireFolder> {
  if (!isObject(value) || !isFilled(value.id)) return notUnderstood;
  const { id, displayName, parentFolderId } = value;
  if (!isText(displayName ?? null) || !isText(parentFolderId ?? null)) return notUnderstood;
  return ok({ id, displayName: (displayName ?? '') as string, parentFolderId: (parentFolderId ?? '') as string });
}

/** A colour that is not on the list of today reads as none. */
export function readCategory(value: unknown): Result<Category> {
  if (!isObject(value) || !isFilled(value.id) || !isFilled(value.displayName)) return notUnderstood;
  return ok({ id: value.id, displayName: value.displayName, color: isCategoryColor(value.color) ? value.color : 'none' });
}

/** A contact of beta, of which only the flag is looked at. (Graph reference beta, followupFlag resource type) */
export function readFlagged(value: unknown): Result<WireFlagged> {
  if (!isObject(value) || !isFilled(value.id) || !isText(value.parentFolderId ?? null)) return notUnderstood;
  const flag = value.flag ?? { flagStatus: 'notFlagged' };
  if (!isObject(flag)) return notUnderstood;
  const status = (['notFlagged', 'flagged', 'complete'] as const).find((known) => known === flag.flagStatus);
  const [start, due, completed] = [flag.startDateTime, flag.dueDateTime, flag.completedDateTime].map(timeIn);
  if (status === undefined || start === undefined || due === undefined || completed === undefined) return notUnderstood;
  return ok({ id: value.id, parentFolderId: (value.parentFolderId ?? '') as string, hasFlag: isObject(value.flag), status, start, due, completed });
}

export function readPage(value: unknown): Result<WirePage> {
  if (!isObject(value) || !Array.isArray(value.value)) return notUnderstood;
  const nextLink = value['@odata.nextLink'] ?? null;
  const deltaLink = value['@odata.deltaLink'] ?? null;
  if (!isText(nextLink) || !isText(deltaLink)) return notUnderstood;
  return ok({ items: value.value, nextLink: nextLink || null, deltaLink: deltaLink || null });
}

/** The parts of a batch answer that can be read; what is missing is the sender's to notice. */
export function readBatch(value: unknown): Result<readonly WireBatchPart[]> {
  if (!isObject(value) || !Array.isArray(value.responses)) return notUnderstood;
  const parts: WireBatchPart[] = [];
  for (const part of value.responses as unknown[]) {
    if (!isObject(part) || typeof part.id !== 'string' || !Number.isInteger(part.status)) continue;
    parts.push({ id: part.id, status: part.status as number, body: part.body ?? null, header: headerIn(part.headers) });
  }
  return ok(parts);
}

/** All or none: a list with one unreadable entry is not understood, so nothing is lost in silence. */
export function readEach<T>(items: readonly unknown[], read: (item: unknown) => Result<T>): Result<readonly T[]> {
  const values: T[] = [];
  for (const item of items) {
    const result = read(item);
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}

const notUnderstood = failed({ kind: 'notUnderstood', from: 'graph' } as const);

const placeAndTime = ['parentFolderId', 'createdDateTime', 'lastModifiedDateTime'];
const postalParts = ['street', 'city', 'state', 'countryOrRegion', 'postalCode'];

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isText = (value: unknown): value is Text => value === null || typeof value === 'string';
const isList = (value: unknown): boolean => value === null || (Array.isArray(value) && value.every(isText));
const isPostalAddress = (value: unknown): boolean =>
  value === null || (isObject(value) && postalParts.every((part) => isText(value[part] ?? null)));
const isEmailList = (value: unknown): boolean => value === null || (Array.isArray(value) && value.every((entry) =>
  entry === null || (isObject(entry) && isText(entry.name ?? null) && isText(entry.address ?? null))));

const withoutNulls = (value: unknown) => ((value ?? []) as Text[]).filter((entry) => entry !== null);
const postalAddress = (value: unknown) =>
  Object.fromEntries(postalParts.map((part) => [part, (value as Json | null)?.[part] ?? null]));
const emailList = (value: unknown) => ((value ?? []) as (Json | null)[])
  .filter((entry) => entry !== null)
  .map((entry) => ({ name: entry.name ?? null, address: entry.address ?? null }));

/** Copies one property when it came; false when it came in a wrong shape. */
function take(into: Json, from: Json, name: string, fits: (value: unknown) => boolean, shape = (value: unknown): unknown => value): boolean {
  const value = from[name];
  if (value === undefined) return true;
  if (!fits(value)) return false;
  into[name] = shape(value);
  return true;
}

/** The time of a `dateTimeTimeZone`; null when there is none, undefined when it is no such thing. */
function timeIn(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (!isObject(value) || typeof value.dateTime !== 'string') return undefined;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(value.dateTime) ? value.dateTime : undefined;
}

/** `@odata.etag` is the change key as a weak tag: `W/"…"`. */
const keyInTag = (tag: unknown): unknown => (typeof tag === 'string' ? /^W\/"(.+)"$/.exec(tag)?.[1] : undefined);

function headerIn(headers: unknown): (name: string) => string | null {
  const known = new Map<string, string>();
  if (isObject(headers)) {
    for (const [name, value] of Object.entries(headers)) {
      if (typeof value === 'string' || typeof value === 'number') known.set(name.toLowerCase(), String(value));
    }
  }
  return (name) => known.get(name.toLowerCase()) ?? null;
}
