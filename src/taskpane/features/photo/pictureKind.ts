/** What the first bytes of a file say it is, whatever it is called. Width and height null where they do not say it. */
export type PictureKind =
  | { readonly kind: 'picture'; readonly size: { readonly width: number; readonly height: number } | null }
  /** One that only some browsers can read. */
  | { readonly kind: 'rare' }
  | { readonly kind: 'svg' }
  | { readonly kind: 'none' };

const rareBrands = ['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'];

/** Looked at before anything is decoded: a small file may hold more pixels than the browser has memory for. */
export function pictureKind(bytes: Uint8Array): PictureKind {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  const has = (length: number): boolean => bytes.length >= length;
  const picture = (width: number, height: number): PictureKind => ({ kind: 'picture', size: { width, height } });

  if (has(3) && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { kind: 'picture', size: jpegSize(view) };
  if (has(24) && text(1, 4) === 'PNG' && bytes[0] === 0x89) return picture(view.getUint32(16), view.getUint32(20));
  if (has(10) && text(0, 4) === 'GIF8') return picture(view.getUint16(6, true), view.getUint16(8, true));
  if (has(30) && text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return { kind: 'picture', size: webpSize(view, text(12, 16)) };
  if (has(26) && text(0, 2) === 'BM') return picture(view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
  if (has(12) && text(4, 8) === 'ftyp' && rareBrands.includes(text(8, 12))) return { kind: 'rare' };
  if (has(4) && (text(0, 4) === 'II*\0' || text(0, 4) === 'MM\0*')) return { kind: 'rare' };
  return /<svg[\s>]/i.test(text(0, Math.min(bytes.length, 2_048))) ? { kind: 'svg' } : { kind: 'none' };
}

/** Goes from segment to segment to the frame header. (ITU T.81, B.2.2) */
function jpegSize(view: DataView): { width: number; height: number } | null {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // SOF0 to SOF15, without DHT, JPG and DAC, which lie in the same range.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** (WebP container specification; RFC 6386, 9.1; lossless bitstream, 3) */
function webpSize(view: DataView, form: string): { width: number; height: number } | null {
  const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  if (form === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 };
  if (form === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (form !== 'VP8L') return null;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}
