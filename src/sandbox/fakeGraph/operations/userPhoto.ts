import type { GraphAnswer, GraphCall } from '../call.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { madeJpeg } from '../shapes/jpeg.ts';

/** Sizes the directory offers ("Get profilePhoto"). */
const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648] as const;

/** A size that exists, from `48x48`; null for the largest. */
function sizeOf(call: GraphCall): number | Refusal {
  const { subject } = call;
  if (subject.mailbox === 'none') return refuse(404, 'ErrorNonExistentMailbox', 'The SMTP address has no mailbox associated with it.');
  if (subject.photoSize === null) return refuse(404, 'ImageNotFound', "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.");
  const key = call.keys[0];
  if (key === undefined) return subject.photoSize;
  const size = Number(/^(\d+)x\1$/i.exec(key)?.[1]);
  return sizes.some((s) => s === size) ? size : refuse(400, 'ErrorInvalidImageId', 'The requested size is not supported.');
}

function shape(call: GraphCall, size: number): Record<string, unknown> {
  return { '@odata.mediaContentType': 'image/jpeg', '@odata.mediaEtag': `"${call.subject.id.slice(-4)}${size}"`, id: `${size}x${size}`, height: size, width: size };
}

/** `GET /users/{id}/photo` and `…/photos/{size}`. */
export function getUserPhoto(call: GraphCall): GraphAnswer | Refusal {
  const size = sizeOf(call);
  if (isRefusal(size)) return size;
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#users('${call.subject.id}')/photo/$entity`, ...shape(call, size) } };
}

/** `GET …/$value`: the bytes. */
export function getUserPhotoValue(call: GraphCall): GraphAnswer | Refusal {
  const size = sizeOf(call);
  if (isRefusal(size)) return size;
  const known = call.state.userPhotos.get(`${call.subject.id} ${size}`);
  const shade = 40 + (Number.parseInt(call.subject.id.slice(-2), 16) * 37) % 120;
  const bytes = known ?? madeJpeg(size, shade);
  call.state.userPhotos.set(`${call.subject.id} ${size}`, bytes);
  return { status: 200, headers: { 'Content-Type': 'image/jpeg' }, body: bytes };
}

/** `GET …/photos`: what exists. */
export function listUserPhotos(call: GraphCall): GraphAnswer | Refusal {
  const size = sizeOf(call);
  if (isRefusal(size)) return size;
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#users('${call.subject.id}')/photos`, value: sizes.map((s) => shape(call, s)) } };
}
