/**
 * Ids as Outlook makes them: opaque, case-sensitive, safe in a path once percent-encoded. Two forms of the same item:
 * the ordinary id changes when the item moves, the immutable id does not (Graph concepts, "Obtain immutable
 * identifiers for Outlook resources").
 */
export type IdKind = 'ordinary' | 'immutable' | 'folder';

export type ParsedId =
  | { ok: true; kind: IdKind; mailbox: number; serial: number; moves: number }
  | { ok: false };

const kindByte = { ordinary: 0x46, immutable: 0x52, folder: 0x2e } as const satisfies Record<IdKind, number>;
const front = { ordinary: 'AAMkA', immutable: 'AAkAL', folder: 'AQMkA' } as const satisfies Record<IdKind, string>;
const fronts = new Map<string, string>();

/** The part every id of a mailbox shares: a GUID in ASCII, as in real ids. 36 bytes encode without padding. */
function frontOf(kind: IdKind, mailbox: number): string {
  const key = `${kind}${mailbox}`;
  let known = fronts.get(key);
  if (known === undefined) {
    const guid = `b5c0ffee-0000-4000-8000-${mailbox.toString(16).padStart(12, '0')}`;
    known = `${front[kind]}${Buffer.from(guid, 'ascii').toString('base64url')}`;
    fronts.set(key, known);
  }
  return known;
}

function checksum(bytes: Uint8Array, length: number): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < length; i += 1) sum = Math.imul(sum ^ (bytes[i] ?? 0), 0x01000193) >>> 0;
  return sum;
}

const tailBytes = 17;

function tail(kind: IdKind, mailbox: number, serial: number, moves: number): string {
  const bytes = Buffer.alloc(tailBytes);
  bytes[0] = kindByte[kind];
  bytes.writeUInt32BE(mailbox, 1);
  bytes.writeUInt32BE(serial, 5);
  bytes.writeUInt32BE(moves, 9);
  bytes.writeUInt32BE(checksum(bytes, 13), 13);
  return bytes.toString('base64url');
}

/** The id of an item or folder. `moves` counts how often the item changed folders and shows in ordinary ids only. */
export function makeId(kind: IdKind, mailbox: number, serial: number, moves: number): string {
  return `${frontOf(kind, mailbox)}${tail(kind, mailbox, serial, kind === 'ordinary' ? moves : 0)}=`;
}

/** Reads an id back. A single changed letter makes it malformed. */
export function parseId(id: string): ParsedId {
  const bare = id.endsWith('=') ? id.slice(0, -1) : id;
  const kind = (Object.keys(front) as IdKind[]).find((k) => bare.startsWith(front[k]));
  if (kind === undefined) return { ok: false };
  const bytes = Buffer.from(bare.slice(front[kind].length + 48), 'base64url');
  if (bytes.length !== tailBytes || bytes[0] !== kindByte[kind]) return { ok: false };
  if (bytes.readUInt32BE(13) !== checksum(bytes, 13)) return { ok: false };
  const parsed = { kind, mailbox: bytes.readUInt32BE(1), serial: bytes.readUInt32BE(5), moves: bytes.readUInt32BE(9) };
  return bare === makeId(kind, parsed.mailbox, parsed.serial, parsed.moves).slice(0, -1) ? { ok: true, ...parsed } : { ok: false };
}

/** A changeKey: another one after every write. */
export function makeChangeKey(mailbox: number, serial: number, change: number): string {
  const bytes = Buffer.from('1100000016000000', 'hex');
  const rest = Buffer.alloc(16);
  rest.writeUInt32BE(mailbox, 0);
  rest.writeUInt32BE(serial, 4);
  rest.writeUIntBE(change, 10, 6);
  return Buffer.concat([bytes, rest]).toString('base64');
}
