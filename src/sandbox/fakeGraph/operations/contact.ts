import type { GraphAnswer, MailboxCall } from '../call.ts';
import { readSelect } from '../query/queryOptions.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { contactEtag, contactId } from '../shapes/contactView.ts';
import { readExtendedProperties } from '../shapes/extendedProperty.ts';
import { readNewExtension, renderExtension } from '../shapes/openExtension.ts';
import { isObject } from '../shapes/readValues.ts';
import { renderContact } from '../shapes/renderContact.ts';
import { writeContact } from '../shapes/writeContact.ts';
import type { Extension } from '../state/contactRecord.ts';
import { parseId } from '../state/ids.ts';
import { addContact, moveContact, purgeContact, touchContact, touchQuietly } from '../state/mailbox.ts';
import { readExpand, withExpansion } from './expandExtensions.ts';
import { isContactProperty } from './listContacts.ts';
import { contactsContext, matchesPrecondition, resolveContact, resolveFolder, viewOf } from './resolve.ts';
import { readSchemaValues } from './schemaExtensions.ts';

/** `GET …/contacts/{id}` ("Get contact"). */
export function getContact(call: MailboxCall): GraphAnswer | Refusal {
  const record = resolveContact(call, call.keys[0], 'read');
  if (isRefusal(record)) return record;
  const select = readSelect(call.query, isContactProperty(call), 'microsoft.graph.contact');
  if (isRefusal(select)) return select;
  const expand = readExpand(call.query);
  if (isRefusal(expand)) return expand;
  const view = viewOf(call);
  const shape = withExpansion(renderContact(call.version, record, view, select), record, expand, call);
  return {
    status: 200, headers: { ETag: contactEtag(record, view) },
    body: { '@odata.context': contactsContext(call, '/$entity'), ...shape },
  };
}

/**
 * `POST …/contacts` ("Create contact"). The path chooses the folder, not `parentFolderId`; nothing looks for
 * duplicates, so the same request twice makes two contacts. Open extensions and single-value extended properties may come
 * along, schema extensions not; the answer shows no extended properties ("Create single-value extended property").
 */
export function createContact(call: MailboxCall): GraphAnswer | Refusal {
  const folder = resolveFolder(call, 'write');
  if (isRefusal(folder)) return folder;
  if (!isObject(call.body)) return refusals.body();
  const schemaId = Object.keys(call.body).find((name) => call.state.schemaExtensions.has(name));
  if (schemaId !== undefined) return refusals.propertyDoesNotExist(schemaId, 'microsoft.graph.contact');
  const extensions = new Map<string, Extension>();
  if (call.body.extensions !== undefined) {
    if (!Array.isArray(call.body.extensions)) return refusals.body("property 'extensions'");
    for (const entry of call.body.extensions as unknown[]) {
      const extension = readNewExtension(entry);
      if (isRefusal(extension)) return extension;
      extensions.set(extension.name, extension.values);
    }
  }
  const extended = readExtendedProperties(call.body.singleValueExtendedProperties ?? []);
  if (isRefusal(extended)) return extended;
  const written = writeContact(call.version, call.body, null, call.state.settings, call.now, (name) => name === 'extensions' || name === 'singleValueExtendedProperties');
  if (isRefusal(written)) return written;
  const record = addContact(call.mailbox, folder, written.fields, call.now);
  if (extensions.size > 0) record.extensions = extensions;
  if (extended.size > 0) record.extendedProperties = new Map(extended);
  const view = viewOf(call);
  const shape = renderContact(call.version, record, view, null);
  if (extensions.size > 0) shape.extensions = [...extensions].map(([name, values]) => renderExtension(name, values, call.state.settings));
  const owner = `${call.root}/users('${call.subject.id}')`;
  return {
    status: 201,
    headers: { ETag: contactEtag(record, view), Location: `${owner}/contacts('${encodeURIComponent(contactId(record, view))}')` },
    body: { '@odata.context': contactsContext(call, '/$entity'), ...shape },
  };
}

/** `PATCH …/contacts/{id}` ("Update contact"): what the body leaves out keeps its value; arrays are replaced whole. */
export function updateContact(call: MailboxCall): GraphAnswer | Refusal {
  const record = resolveContact(call, call.keys[0], 'write');
  if (isRefusal(record)) return record;
  if (!isObject(call.body)) return refusals.body();
  // Seen: an update refuses extensions beside contact properties; they have a path of their own.
  if (call.body.extensions !== undefined) return refusals.odataNotSupported();
  const view = viewOf(call);
  const { settings } = call.state;
  if (settings.patchHonoursIfMatch && !matchesPrecondition(call, contactEtag(record, view))) return refusals.conflict();
  const schemaValues = readSchemaValues(call, call.body, record);
  if (isRefusal(schemaValues)) return schemaValues;
  const extended = readExtendedProperties(call.body.singleValueExtendedProperties ?? []);
  if (isRefusal(extended)) return extended;
  const written = writeContact(call.version, call.body, record.fields, settings, call.now, (name) => schemaValues.has(name) || name === 'singleValueExtendedProperties');
  if (isRefusal(written)) return written;
  const target = settings.patchParentFolderIdMoves ? parseId(String(call.body.parentFolderId ?? '')) : { ok: false as const };
  record.fields = written.fields;
  if (extended.size > 0) record.extendedProperties = new Map([...record.extendedProperties ?? [], ...extended]);
  for (const [id, values] of schemaValues) {
    record.schemaExtensions ??= new Map();
    if (values === null) record.schemaExtensions.delete(id);
    else record.schemaExtensions.set(id, values);
  }
  // Values of schema extensions are extension data: not change-tracked.
  if (written.properties.length === 0 && schemaValues.size > 0) touchQuietly(call.mailbox, record, call.now);
  else touchContact(call.mailbox, record, call.now, written.properties);
  const folder = target.ok ? call.mailbox.folders.get(target.serial) : undefined;
  if (folder !== undefined && folder.serial !== record.folder) moveContact(call.mailbox, record, folder, call.now);
  return {
    status: 200, headers: { ETag: contactEtag(record, view) },
    body: { '@odata.context': contactsContext(call, '/$entity'), ...renderContact(call.version, record, view, null) },
  };
}

/** `DELETE …/contacts/{id}` ("Delete contact"): the item moves to Deleted Items. Metadata offers `If-Match` here. */
export function deleteContact(call: MailboxCall): GraphAnswer | Refusal {
  const record = resolveContact(call, call.keys[0], 'write');
  if (isRefusal(record)) return record;
  if (!matchesPrecondition(call, contactEtag(record, viewOf(call)))) return refusals.conflict();
  moveContact(call.mailbox, record, call.mailbox.deletedItems, call.now, call.state.settings.removedReasonOfDelete);
  return { status: 204 };
}

/** `POST …/contacts/{id}/permanentDelete` ("contact: permanentDelete"): gone for good, no way back. */
export function permanentDeleteContact(call: MailboxCall): GraphAnswer | Refusal {
  const record = resolveContact(call, call.keys[0], 'write');
  if (isRefusal(record)) return record;
  purgeContact(call.mailbox, record);
  return { status: 204 };
}
