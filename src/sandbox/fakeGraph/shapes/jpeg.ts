/** What is needed of JPEG: to tell one, to read its size, and to make plain pictures for the directory. */

export const isJpeg = (bytes: Buffer): boolean => bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Width and height from the frame header; null when there is none. */
export function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  if (!isJpeg(bytes)) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // SOF0 to SOF15, without DHT, JPG and DAC, which lie in the same range.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

// ITU T.81 Annex K, table K.3: codes for the difference of luminance DC values, by category.
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcCodes = ['00', '010', '011', '100', '101', '110', '1110', '11110', '111110', '1111110', '11111110', '111111110'];

const segment = (marker: number, body: readonly number[]): number[] => {
  const length = body.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...body];
};

/** A grey picture whose 8×8 blocks have one shade each: a head and shoulders, so that a face can be told from none. */
export function madeJpeg(size: number, shade: number): Buffer {
  const blocks = Math.ceil(size / 8);
  const shadeAt = (x: number, y: number): number => {
    const dx = (x + 0.5) / blocks - 0.5;
    const dy = (y + 0.5) / blocks;
    const head = dx * dx + (dy - 0.38) ** 2 < 0.035;
    const shoulders = dy > 0.62 && dx * dx / 0.14 + (dy - 1) ** 2 / 0.12 < 1;
    return head || shoulders ? 235 : shade;
  };
  let bits = '';
  const bytes: number[] = [];
  const put = (code: string): void => {
    bits += code;
    while (bits.length >= 8) {
      const byte = Number.parseInt(bits.slice(0, 8), 2);
      bytes.push(byte);
      if (byte === 0xff) bytes.push(0);
      bits = bits.slice(8);
    }
  };
  let before = 0;
  for (let y = 0; y < blocks; y += 1) {
    for (let x = 0; x < blocks; x += 1) {
      // With all quantizers at 8 the DC of a flat block is its shade less 128.
      const value = shadeAt(x, y) - 128;
      const difference = value - before;
      before = value;
      const category = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
      put(dcCodes[category] ?? '00');
      if (category > 0) put((difference > 0 ? difference : difference + 2 ** category - 1).toString(2).padStart(category, '0'));
      // End of block: the one AC code of the table below.
      put('0');
    }
  }
  if (bits !== '') put('1'.repeat(8 - bits.length));
  return Buffer.from([
    0xff, 0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    ...segment(0xc0, [8, size >> 8, size & 255, size >> 8, size & 255, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0x00, ...dcCounts, ...dcCodes.map((_, category) => category)]),
    ...segment(0xc4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00]),
    ...segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    ...bytes,
    0xff, 0xd9,
  ]);
}
