import type { GraphAnswer, MailboxCall } from '../call.ts';
import { contactsContext, viewOf } from './resolve.ts';
import { renderContact } from '../shapes/renderContact.ts';

/**
 * `$search` on contacts answers from the people index, not from the folder: hits that are no contacts, with null
 * dates and no addresses (reported publicly). A client should not use it; this shows why.
 */
export function searchContacts(call: MailboxCall): GraphAnswer {
  const words = (call.query.get('$search') ?? '').replaceAll('"', '').toLowerCase();
  const view = viewOf(call);
  const contacts = [...call.mailbox.contacts.values()]
    .filter((r) => !r.isList && (r.fields.text.displayName ?? '').toLowerCase().includes(words)).slice(0, 5)
    .map((r) => ({ ...renderContact(call.version, r, view, null), createdDateTime: null, lastModifiedDateTime: null, emailAddresses: [] }));
  const people = call.state.directory.users
    .filter((u) => u.displayName.toLowerCase().includes(words) && u.kind === 'work').slice(0, 5)
    .map((u) => ({ id: u.id, displayName: u.displayName, givenName: u.givenName, surname: u.surname,
      createdDateTime: null, lastModifiedDateTime: null, emailAddresses: [] }));
  return { status: 200, body: { '@odata.context': contactsContext(call), value: [...people, ...contacts] } };
}
