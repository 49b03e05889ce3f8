import type { Contact, ContactPatch } from '#domain/contact';

const nameParts = ['givenName', 'middleName', 'surname', 'title', 'generation'] as const;

/** Graph makes up a displayName when only a name part is sent. (Graph reference, contact resource type) */
export function withDisplayName(patch: ContactPatch, theirs: Contact): ContactPatch {
  return nameParts.some((part) => part in patch) && !('displayName' in patch) ? { ...patch, displayName: theirs.displayName } : patch;
}
