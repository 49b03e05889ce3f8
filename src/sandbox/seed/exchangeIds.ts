/**
 * Ids as Exchange gives them to items, made the same by the host page and by the emulator. The form of Exchange Web
 * Services, which Outlook hands to add-ins, has `/` and `+` in it; Graph's has `-` and `_` in their place.
 */

/** Of an item (`/?item=…`) in the mailbox of this address, as Outlook tells it. */
export const ewsId = (mailbox: string, item: string): string => `AAMkAGEw${scrambled(`${mailbox.toLowerCase()} ${item}`)}AAA=`;

export const restId = (mailbox: string, item: string): string => ewsId(mailbox, item).replaceAll('/', '-').replaceAll('+', '_');

/** The same item's id that no move changes. */
export const immutableId = (mailbox: string, item: string): string =>
  `AAkALgAA${scrambled(`immutable ${mailbox.toLowerCase()} ${item}`)}AAA=`.replaceAll('/', '-').replaceAll('+', '_');

/** Ninety-six letters; the first bytes see to it that the two that matter are among them. */
function scrambled(text: string): string {
  let state = 0x811c9dc5;
  const bytes = [0xfb, 0xff, 0xbf];
  for (let n = 0; bytes.length < 72; n += 1) {
    state = Math.imul(state ^ text.charCodeAt(n % text.length) ^ n, 0x01000193) >>> 0;
    bytes.push((state >>> 11) & 0xff);
  }
  return btoa(String.fromCharCode(...bytes));
}
