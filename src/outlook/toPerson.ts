import type { PersonOnItem, Response, Role } from '#domain/personOnItem';

/** A person as Office gives them, or null for what names nobody. Nothing of a foreign shape is trusted. */
export function toPerson(value: unknown, role: Role): PersonOnItem | null {
  if (typeof value !== 'object' || value === null) return null;
  const read = (name: string): string => {
    try {
      const text = (value as Record<string, unknown>)[name];
      return typeof text === 'string' ? text.trim() : '';
    } catch {
      return '';
    }
  };
  const name = read('displayName');
  const address = read('emailAddress');
  if (name === '' && address === '') return null;
  const recipient = toRecipient(read('recipientType'));
  return { name, address, roles: [role], response: toResponse(read('appointmentResponse')), ...(recipient === null ? {} : { recipient }) };
}

/** (Office.MailboxEnums.RecipientType) */
const toRecipient = (text: string): NonNullable<PersonOnItem['recipient']> | null =>
  text === 'user' ? 'directory' : text === 'distributionList' ? 'list' : null;

/** (Office.MailboxEnums.ResponseType) */
function toResponse(text: string): Response {
  const lower = text.toLowerCase();
  return lower === 'organizer' || lower === 'tentative' || lower === 'accepted' || lower === 'declined' ? lower : 'none';
}
