/**
 * Phone numbers as people write them, read and shown; nothing here changes what is stored. The one package of this
 * room is pure and heavy (its table of the world's numbers): the pane loads this file late, see `parts/usePhones.ts`.
 */
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min';

/** "(425) 555-0142" to somebody in the number's own country, "+1 425 555 0142" elsewhere; as stored when no rule fits. */
export function localPhone(stored: string, language: string): string {
  const region = regionOf(language);
  const number = read(stored, region);
  if (number === null) return stored;
  return number.country !== undefined && number.country === region ? number.formatNational() : number.formatInternational();
}

/**
 * What is kept when somebody changed a number that they saw in local form: one that had its country code keeps it,
 * any other is kept as typed.
 */
export function typedPhone(typed: string, before: string, language: string): string {
  if (!/^\s*\+/.test(before) || /^\s*\+/.test(typed)) return typed;
  return read(typed, regionOf(language))?.formatInternational() ?? typed;
}

/** A link that calls (RFC 3966), international wherever the country is known; null for what is no number. */
export function phoneLink(stored: string, language: string): string | null {
  const number = read(stored, regionOf(language));
  if (number !== null) return number.getURI();
  const plain = stored.trim();
  const digits = plain.replace(/[\s().\-/\u00a0]/g, '');
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : null;
}

/** Null for what is no valid number, or is one with words around it: those words mean something to somebody. */
function read(text: string, region: CountryCode | undefined): PhoneNumber | null {
  const number = parsePhoneNumberFromString(text, { extract: false, ...(region === undefined ? {} : { defaultCountry: region }) });
  return number?.isValid() === true ? number : null;
}

/** The country of a language tag: DE of `de-DE` and of `de`. */
function regionOf(language: string): CountryCode | undefined {
  try {
    const region = new Intl.Locale(language).maximize().region ?? '';
    return isSupportedCountry(region) ? region : undefined;
  } catch {
    return undefined;
  }
}
