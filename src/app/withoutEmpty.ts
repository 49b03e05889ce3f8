import type { ContactFields, ContactPatch } from '#domain/contact';

/** A create names only what is filled in, so that Graph's own defaults hold for the rest. */
export function withoutEmpty(fields: ContactFields): ContactPatch {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) =>
    typeof value === 'string' ? value !== '' : Array.isArray(value) ? value.length > 0 : Object.values(value).some((part) => part !== ''))) as ContactPatch;
}
