import { isDay } from '#domain/calendarDay';
import { orgPrefix } from '#domain/customField';
import type { CustomField, CustomValue, CustomValues } from '#domain/customField';

/** What stands in the editor, by the field's id: a number as the person writes it, yes and no as `true` and `false`. */
export type Typed = Readonly<Record<string, string>>;
export type TypedFault = 'badNumber' | 'badWhole' | 'badDate';

/** A value as it is typed. Groups of digits are for reading only. */
export function typedOf({ kind }: CustomField, value: CustomValue | undefined, language: string): string {
  if (value === undefined) return '';
  return kind === 'number' && typeof value === 'number' ? numberFormat(language, false).format(value) : String(value);
}

/** The value that was typed; undefined for none. */
export function valueOf(field: CustomField, typed: string, language: string): { readonly value: CustomValue | undefined } | { readonly fault: TypedFault } {
  const text = typed.trim();
  if (text === '') return { value: undefined };
  switch (field.kind) {
    case 'number': {
      const number = numberFrom(text, language);
      if (number === null) return { fault: 'badNumber' };
      // Graph keeps an organisation's numbers in 32 bits. (Graph reference, extensionSchemaProperty resource type)
      return field.id.startsWith(orgPrefix) && (number | 0) !== number ? { fault: 'badWhole' } : { value: number };
    }
    case 'date': return isDay(text) ? { value: text } : { fault: 'badDate' };
    case 'yesNo': return { value: text === 'true' };
    case 'text': return { value: typed.trim() };
    case 'choice': return { value: typed };
  }
}

/** Of what was typed anew. */
export const faultsIn = (fields: readonly CustomField[], typed: Typed, before: CustomValues, language: string): ReadonlyMap<string, TypedFault> =>
  new Map(fields.flatMap((field) => {
    const text = typed[field.id] ?? '';
    const found = text === typedOf(field, before[field.id], language) ? { value: undefined } : valueOf(field, text, language);
    return 'fault' in found ? [[field.id, found.fault] as const] : [];
  }));

/** All values the contact is to have: those of fields that are not defined here stay, and so does what was not touched. */
export function valuesFrom(fields: readonly CustomField[], typed: Typed, before: CustomValues, language: string): CustomValues {
  const values: Record<string, CustomValue> = { ...before };
  for (const field of fields) {
    const text = typed[field.id];
    // What nobody touched is not written anew: a value of another type than its field's is not ours to turn.
    if (text === undefined || text === typedOf(field, before[field.id], language)) continue;
    const found = valueOf(field, text, language);
    if ('fault' in found) continue;
    if (found.value === undefined) delete values[field.id];
    else values[field.id] = found.value;
  }
  return values;
}

/**
 * A number as people write it where this language is spoken, null when it is none. Groups count only where they are
 * whole, so that "1.5" is not fifteen where a point makes groups.
 */
export function numberFrom(text: string, language: string): number | null {
  const marks = marksOf(language);
  // Where other digits are read, many type these all the same, and then with a plain point.
  const { decimal, group, digits } = marks.digits[0] !== '0' && /[0-9]/.test(text) ? marksOf('en') : marks;
  let plain = '';
  for (const sign of text.replace(/[\s\u00a0\u202f\u200e\u200f\u061c]/gu, '').replace(/[−‐]/gu, '-')) {
    const digit = digits.indexOf(sign);
    plain += digit >= 0 ? String(digit) : sign === decimal ? 'D' : sign === group || (isApostrophe(sign) && isApostrophe(group)) ? 'G' : sign;
  }
  if (!/^[-+]?(\d{1,3}(G\d{2,3})*G\d{3}|\d+)(D\d+)?$|^[-+]?D\d+$/.test(plain)) return null;
  const number = Number(plain.replace(/G/g, '').replace('D', '.'));
  return Number.isFinite(number) ? number : null;
}

const isApostrophe = (sign: string): boolean => sign === '’' || sign === '\'';

export const exampleNumber = (language: string): string => numberFormat(language, true).format(1234.5);

/** Twenty digits after the point, which is more than a number holds. */
export function numberFormat(language: string, useGrouping: boolean): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 20, useGrouping });
  } catch {
    return new Intl.NumberFormat('en', { maximumFractionDigits: 20, useGrouping });
  }
}

function marksOf(language: string): { readonly decimal: string; readonly group: string; readonly digits: readonly string[] } {
  const parts = numberFormat(language, true).formatToParts(-1234567.5);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const plain = numberFormat(language, false);
  return { decimal: of('decimal'), group: of('group'), digits: Array.from({ length: 10 }, (_, n) => plain.format(n)) };
}
