import { pictureKind } from '../../src/taskpane/features/photo/pictureKind.ts';

const bytes = (hex: string, more = 40) => Uint8Array.from([...Buffer.from(hex.replaceAll(' ', ''), 'hex'), ...Buffer.alloc(more)]);
const text = (said: string) => Uint8Array.from(Buffer.from(said, 'latin1'));
const size = (width: number, height: number) => ({ kind: 'picture', size: { width, height } });

describe('what a file is', () => {
  it.each([
    ['a JPEG with an EXIF part before its frame', bytes('ffd8 ffe1 0004 0000 ffc0 0011 08 0102 0304'), size(0x304, 0x102)],
    ['a progressive JPEG', bytes('ffd8 ffc2 0011 08 0010 0020'), size(32, 16)],
    ['a PNG', bytes('89504e470d0a1a0a 0000000d 49484452 00004e20 00000003'), size(20_000, 3)],
    ['a GIF', bytes('474946383961 0201 0403'), size(0x102, 0x304)],
    ['a WebP with an extended header', bytes('52494646 00000000 57454250 56503858 0a000000 00000000 0f0000 1f0000'), size(16, 32)],
    ['a plain WebP', bytes('52494646 00000000 57454250 56503820 00000000 000000 9d012a 1000 2000'), size(16, 32)],
    ['a lossless WebP', bytes('52494646 00000000 57454250 5650384c 00000000 2f 0fc00700'), size(16, 32)],
    ['a BMP that stands on its head', bytes('424d 00000000 00000000 00000000 28000000 10000000 e0ffffff'), size(16, 32)],
    ['a HEIC', bytes('00000018 66747970 68656963'), { kind: 'rare' }],
    ['a drawing', text('<?xml version="1.0"?>\n<svg xmlns="…">'), { kind: 'svg' }],
    ['text', text('Dear Megan'), { kind: 'none' }],
    ['nothing', new Uint8Array(), { kind: 'none' }],
    ['a JPEG that ends too soon', text('\u00ff\u00d8\u00ff\u00e0'), { kind: 'picture', size: null }],
  ])('is told of %s', (_what, file, kind) => expect(pictureKind(file)).toEqual(kind));
});
