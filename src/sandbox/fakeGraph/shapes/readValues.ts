import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/** A JSON object, not an array and not null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function readText(name: string, value: unknown, longest: number): string | null | Refusal {
  if (value === null) return null;
  if (typeof value !== 'string') return refusals.body(`property '${name}'`);
  return value.length > longest ? refusals.propertyValidation(name) : value;
}

/** A collection cannot be null; `[]` empties it. */
export function readTexts(name: string, value: unknown, most: number, longest: number): readonly string[] | Refusal {
  if (!Array.isArray(value)) return refusals.body(`property '${name}'`);
  if (value.length > most) return refusals.tooManyValues(capital(name), value.length, most);
  const texts: string[] = [];
  for (const entry of value as unknown[]) {
    const text = readText(name, entry, longest);
    if (isRefusal(text)) return text;
    if (text === null) return refusals.body(`property '${name}'`);
    texts.push(text);
  }
  return texts;
}

/** Objects of a collection, none of whose members lies outside `members`. */
export function readObjects(
  name: string, value: unknown, members: readonly string[], type: string,
): readonly Record<string, unknown>[] | Refusal {
  if (!Array.isArray(value)) return refusals.body(`property '${name}'`);
  const objects: Record<string, unknown>[] = [];
  for (const entry of value as unknown[]) {
    if (!isObject(entry)) return refusals.body(`property '${name}'`);
    const stranger = Object.keys(entry).find((m) => !members.includes(m) && !m.startsWith('@'));
    if (stranger !== undefined) return refusals.propertyDoesNotExist(stranger, type);
    objects.push(entry);
  }
  return objects;
}

/** `DateTimeOffset`: date, time and offset; answered in UTC. */
export function readInstant(name: string, value: unknown): string | null | Refusal {
  if (value === null) return null;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$/.test(value)) {
    return refusals.body(`property '${name}'`);
  }
  const ms = Date.parse(value.replace(/(\.\d{3})\d+/, '$1'));
  if (Number.isNaN(ms)) return refusals.body(`property '${name}'`);
  const iso = new Date(ms).toISOString();
  // Exchange keeps times as FILETIME, which begins in 1601.
  return Number(iso.slice(0, 4)) < 1601 || iso.startsWith('-') ? refusals.propertyValidation(name) : iso.replace(/\.\d{3}Z$/, 'Z');
}

export const capital = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
