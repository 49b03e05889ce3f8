import type { Contact, ContactFolder } from '#domain/contact';
import { emptyFields } from '#domain/contact';

/** A contact of which only what matters to the test is said; `modified` counts seconds. */
export const contact = (id: string, about: {
  readonly name?: string; readonly folder?: string; readonly addresses?: readonly string[]; readonly modified?: number;
} = {}): Contact => ({
  ...emptyFields,
  id,
  displayName: about.name ?? id,
  emailAddresses: (about.addresses ?? []).map((address) => ({ name: about.name ?? id, address })),
  changeKey: `key-${String(about.modified ?? 0)}`,
  parentFolderId: about.folder ?? 'A',
  createdDateTime: '2026-01-01T00:00:00Z',
  lastModifiedDateTime: new Date(Date.UTC(2026, 0, 1) + (about.modified ?? 0) * 1000).toISOString(),
});

export const folder = (id: string, isDefault = false): ContactFolder =>
  ({ id, displayName: `Folder ${id}`, parentFolderId: 'root', isDefault });
