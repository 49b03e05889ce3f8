import type { ContactFields } from '#domain/contact';

/** What a contact is called where one name has to do. */
export const nameOf = (fields: ContactFields): string =>
  fields.displayName || fields.companyName || (fields.emailAddresses[0]?.address ?? '');
