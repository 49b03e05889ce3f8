import type { GraphAnswer, MailboxCall } from '../call.ts';
import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { contactEtag } from '../shapes/contactView.ts';
import { isJpeg, jpegSize } from '../shapes/jpeg.ts';
import { touchQuietly } from '../state/mailbox.ts';
import type { PhotoRecord } from '../state/contactRecord.ts';
import { contactsContext, resolveContact, viewOf } from './resolve.ts';

export const missingPhoto = (call: MailboxCall): Refusal =>
  refuse(404, call.state.settings.missingPhotoCode, 'The photo wasn\'t found.');

/** A photo of a contact, if there is one to show: a PNG was accepted with 200 and then not shown (public report). */
function shownPhoto(call: MailboxCall): { photo: PhotoRecord; etag: string } | Refusal {
  const record = resolveContact(call, call.keys[0], 'read');
  if (isRefusal(record)) return record;
  if (record.photo === null || !isJpeg(record.photo.bytes)) return missingPhoto(call);
  return { photo: record.photo, etag: contactEtag(record, viewOf(call)) };
}

/** `GET …/photo` ("Get profilePhoto"): the size is in the id, as in "240X240". */
export function getContactPhoto(call: MailboxCall): GraphAnswer | Refusal {
  const found = shownPhoto(call);
  if (isRefusal(found)) return found;
  const { photo, etag } = found;
  return {
    status: 200,
    body: {
      '@odata.context': contactsContext(call, `('${encodeURIComponent(call.keys[0] ?? '')}')/photo/$entity`),
      '@odata.mediaContentType': 'image/jpeg', '@odata.mediaEtag': etag,
      id: `${photo.width}X${photo.height}`, width: photo.width, height: photo.height,
    },
  };
}

/** `GET …/photo/$value`: the bytes. */
export function getContactPhotoValue(call: MailboxCall): GraphAnswer | Refusal {
  const found = shownPhoto(call);
  if (isRefusal(found)) return found;
  return { status: 200, headers: { 'Content-Type': 'image/jpeg', 'ETag': found.etag }, body: found.photo.bytes };
}

/** `PUT` or `PATCH …/photo/$value` ("Update profilePhoto"): raw bytes with an image type. */
export function updateContactPhoto(call: MailboxCall): GraphAnswer | Refusal {
  const record = resolveContact(call, call.keys[0], 'write');
  if (isRefusal(record)) return record;
  const { settings } = call.state;
  const contentType = call.headers['content-type'] ?? '';
  if (call.bytes.length === 0) {
    if (!settings.emptyPhotoRemoves) return refusals.invalidArgument();
    record.photo = null;
  } else {
    if (!/^(image\/|application\/octet-stream)/.test(contentType)) return refusals.invalidArgument();
    if (call.bytes.length > settings.largestPhoto) return refusals.bodyTooLarge();
    record.photo = { bytes: call.bytes, contentType, ...(jpegSize(call.bytes) ?? { width: 0, height: 0 }) };
  }
  if (settings.photoChangesChangeKey) touchQuietly(call.mailbox, record, call.now);
  return { status: 200 };
}

/** The delete page covers users, groups and teams; on a contact it is refused (public reports). */
export const deleteContactPhoto = (): Refusal => refusals.odataNotSupported(405);

/** Sizes are for users; a contact's photo has none. */
export const sizedContactPhoto = (call: MailboxCall): Refusal =>
  refuse(400, 'BadRequest', `Unsupported segment type. ODataQuery: ${call.address.slice(call.root.length + 1)}`);
