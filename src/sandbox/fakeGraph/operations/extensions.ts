import type { GraphAnswer, MailboxCall } from '../call.ts';
import { extensionName } from '../query/contactFilter.ts';
import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { readExtensionValues, readNewExtension, renderExtension } from '../shapes/openExtension.ts';
import type { ContactRecord, Extension } from '../state/contactRecord.ts';
import { touchQuietly } from '../state/mailbox.ts';
import { contactsContext, resolveContact } from './resolve.ts';

const context = (call: MailboxCall): string =>
  contactsContext(call, `('${encodeURIComponent(call.keys[0] ?? '')}')/extensions/$entity`);

function answer(call: MailboxCall, status: number, name: string, values: Extension): GraphAnswer {
  return { status, body: { '@odata.context': context(call), ...renderExtension(name, values, call.state.settings) } };
}

function find(call: MailboxCall, need: 'read' | 'write'): { record: ContactRecord; name: string; values: Extension } | Refusal {
  const record = resolveContact(call, call.keys[0], need);
  if (isRefusal(record)) return record;
  const name = extensionName(call.keys[1] ?? '');
  const values = record.extensions?.get(name);
  return values === undefined ? refusals.itemNotFound() : { record, name, values };
}

/** `GET …/extensions`: refused, an extension is read by its name or together with the contact (public report). */
export const listExtensions = (): Refusal => refusals.odataNotSupported();

/** `POST …/extensions` ("Create open extension"). */
export function createExtension(call: MailboxCall): GraphAnswer | Refusal {
  const record = resolveContact(call, call.keys[0], 'write');
  if (isRefusal(record)) return record;
  const extension = readNewExtension(call.body);
  if (isRefusal(extension)) return extension;
  if (record.extensions?.has(extension.name) === true) {
    return refuse(409, 'ErrorItemAlreadyExists', 'An extension with the specified name already exists.');
  }
  record.extensions ??= new Map();
  record.extensions.set(extension.name, extension.values);
  touchQuietly(call.mailbox, record, call.now);
  return answer(call, 201, extension.name, extension.values);
}

/** `GET …/extensions/{name or full id}` ("Get openTypeExtension"). */
export function getExtension(call: MailboxCall): GraphAnswer | Refusal {
  const found = find(call, 'read');
  return isRefusal(found) ? found : answer(call, 200, found.name, found.values);
}

/** `PATCH …/extensions/{name}`: what is not named stays, says one page, goes, says another. A client sends all. */
export function updateExtension(call: MailboxCall): GraphAnswer | Refusal {
  const found = find(call, 'write');
  if (isRefusal(found)) return found;
  const sent = readExtensionValues(call.body);
  if (isRefusal(sent)) return sent;
  const values = call.state.settings.extensionPatch === 'merges' ? { ...found.values, ...sent } : sent;
  found.record.extensions?.set(found.name, values);
  touchQuietly(call.mailbox, found.record, call.now);
  return answer(call, 200, found.name, values);
}

/** `DELETE …/extensions/{name}` ("Delete openTypeExtension"). */
export function deleteExtension(call: MailboxCall): GraphAnswer | Refusal {
  const found = find(call, 'write');
  if (isRefusal(found)) return found;
  found.record.extensions?.delete(found.name);
  touchQuietly(call.mailbox, found.record, call.now);
  return { status: 204 };
}
