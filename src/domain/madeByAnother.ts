import type { Contact, ContactFields } from './contact.ts';
import { foldAddress } from './normalize.ts';

/**
 * Two people may have one address, and both their creates may have lost their answers. A contact found under it that goes
 * by the name of the one was not made for the other: `others` are the creates that are open beside that of `fields`.
 */
export const madeByAnother = (contact: Contact, fields: ContactFields, others: readonly ContactFields[]): boolean =>
  contact.displayName !== fields.displayName
  && others.some((other) => other.displayName === contact.displayName && firstAddress(other) === firstAddress(fields));

const firstAddress = ({ emailAddresses: [first] }: ContactFields): string => foldAddress(first?.address ?? '');
