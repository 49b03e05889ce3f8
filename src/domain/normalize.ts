/**
 * Folding for comparison only; what is shown and sent stays as written.
 *
 * Exchange compares addresses without regard to case (assumed; documented nowhere), and the same letter can be
 * written in several ways in Unicode: "Å" as one character, as A + ring, or as the Ångström sign. NFKC makes
 * them one; lower-casing comes after it and needs a second pass, since it can take text out of normal form.
 * Format characters are invisible and come along when text is copied from a page (direction marks, soft hyphens).
 */
const fold = (text: string): string => isPlain(text)
  ? text.toLowerCase()
  : text.replace(/\p{Cf}/gu, '').normalize('NFKC').toLowerCase().normalize('NFKC');

/** Most text is plain, and then nothing has to be normalized: it counts when ten thousand contacts are folded in. */
// eslint-disable-next-line no-control-regex -- the range of ASCII is meant
const isPlain = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** '' when there is nothing that could be a mail address (empty, or an old Exchange path such as "/O=…"). */
export function foldAddress(address: string): string {
  const bare = fold(address).replace(/^\s*<|>\s*$/g, '').trim().replace(/^mailto:/, '');
  return /^[^\s@<>]+@[^\s@<>]+$/.test(bare) && !bare.startsWith('/') ? bare : '';
}

/** The mailbox behind a plus tag: "jane+news@x" → "jane@x". Takes a folded address. */
export function withoutTag(folded: string): string {
  const at = folded.lastIndexOf('@');
  const local = folded.slice(0, at);
  const plus = local.indexOf('+');
  return plus > 0 ? local.slice(0, plus) + folded.slice(at) : folded;
}

/**
 * Text for finding parts of it: case and accents make no difference, because mail systems lose them ("Novak" for
 * "Novák") and keyboards lack them. Only the marks of European scripts go: in others they are letters in their own
 * right (Japanese が is not か, and Hindi without its vowel signs is another word).
 */
export const foldText = (text: string): string => isPlain(text)
  ? text.toLowerCase()
  : fold(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC')
    .replace(/[łđøßæœıðþ]/g, (letter) => plain[letter] ?? letter);

/** Letters that Unicode does not take apart and people write plainly. */
const plain: Readonly<Record<string, string>> = {
  ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ð: 'd', þ: 'th',
};

/**
 * A name for comparison: case, accents, punctuation and the order "Surname, Given" make no difference.
 * A match by name is only ever *likely*.
 */
export function foldName(name: string): string {
  const turned = /^([^,]+),\s*([^,]+)$/.exec(name.trim());
  const straight = turned ? `${turned[2] ?? ''} ${turned[1] ?? ''}` : name;
  return foldText(straight)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
