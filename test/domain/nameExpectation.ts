import type { NameParts } from '#domain/name';

/** A name as a mail writes it, the address where it matters, and the parts that are expected; parts left out are ''. */
export type NameExpectation = { readonly written: string; readonly address?: string; readonly parts: Partial<NameParts> };

/** Somebody: shown as "Given Middle Surname" where `more` says nothing else. */
export const person = (
  written: string, givenName: string, surname: string, more: Partial<NameParts> = {}, address?: string,
): NameExpectation => ({
  written, ...(address === undefined ? {} : { address }),
  parts: { givenName, surname, displayName: [givenName, more.middleName, surname].filter(Boolean).join(' '), ...more },
});

/** Nobody in particular, or a name whose parts cannot be told: it stays in one piece. */
export const whole = (
  written: string, displayName = written, more: Partial<NameParts> = {}, address?: string,
): NameExpectation => ({
  written, ...(address === undefined ? {} : { address }), parts: { displayName, ...more },
});
