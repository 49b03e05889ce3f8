import type { Texts } from '../../text/en.ts';
import { pictureKind } from './pictureKind.ts';

const largestFile = 50_000_000;
/** So many pixels take half a gigabyte while they are decoded. */
const mostPixels = 120_000_000;
const leastSide = 32;
/** Nothing is kept at more than 648 pixels: this leaves room for zooming in. */
const workingSide = 2_048;
/** The frame header of a JPEG lies behind its small picture and its colour profile. */
const headBytes = 4_000_000;
const decodeMs = 30_000;

/** What is wrong with a file, as its sentence. */
export type Wrong = (texts: Texts) => string;
export type ReadPicture = { readonly ok: true; readonly picture: ImageBitmap } | { readonly ok: false; readonly wrong: Wrong };

const no = (wrong: Wrong): ReadPicture => ({ ok: false, wrong });

/**
 * A file as a picture: upright as its camera was held, and no larger than is of use. Close the bitmap when it is done with.
 * Nothing is decoded before its size is known to be bearable.
 */
export async function readPicture(file: Blob): Promise<ReadPicture> {
  if (file.size > largestFile) return no(({ photo }) => photo.wrong.tooLargeFile(Math.round(file.size / 1_000_000)));
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  } catch {
    // Gone or changed since it was chosen.
    return no(({ photo }) => photo.wrong.broken);
  }
  const found = pictureKind(head);
  if (found.kind === 'svg') return no(({ photo }) => photo.wrong.svg);
  if (found.kind === 'none') return no(({ photo }) => photo.wrong.notPicture);
  const size = found.kind === 'picture' ? found.size : null;
  if (size !== null) {
    const { width, height } = size;
    if (width * height > mostPixels) return no(({ photo }) => photo.wrong.tooManyPixels(width * height));
    if (width < 1 || height < 1) return no(({ photo }) => photo.wrong.broken);
    if (Math.min(width, height) < leastSide) return no(({ photo }) => photo.wrong.tooSmall);
  }
  try {
    const picture = await decode(file, size);
    if (Math.min(picture.width, picture.height) >= leastSide / 2) return { ok: true, picture };
    picture.close();
    return no(({ photo }) => photo.wrong.tooSmall);
  } catch {
    return no(({ photo }) => (found.kind === 'rare' ? photo.wrong.heic : photo.wrong.broken));
  }
}

function decode(file: Blob, size: { readonly width: number; readonly height: number } | null): Promise<ImageBitmap> {
  const options: ImageBitmapOptions = { imageOrientation: 'from-image', resizeQuality: 'high' };
  // The short side counts, since a square is kept. One of the two only: the other follows, also of a picture that lies on its side.
  if (size !== null && Math.min(size.width, size.height) > workingSide) options.resizeWidth = Math.round(size.width * workingSide / Math.min(size.width, size.height));
  const bitmap = createImageBitmap(file, options);
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      reject(new Error('The picture was not decoded in time.'));
      bitmap.then((late) => late.close(), () => undefined);
    }, decodeMs);
    bitmap.then(resolve, reject).finally(() => clearTimeout(clock));
  });
}
