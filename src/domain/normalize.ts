/**
 * Folding for comparison only; what is shown and sent stays as written.
 *
 * Exchange compares addresses without regard to case (assumed; documented nowhere), and the same letter can be
 * written in several ways in Unicode: "Å" as one character, as A + ring, or as the Ångström sign. NFKC makes
 * them one; lower-casing comes after it and needs a second pass, since it can take text out of normal form.
 */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC');

/** '' when there is nothing that could be a mail address (empty, or an old Exchange path such as "/O=…"). */
export function foldAddress(address: string): string {
  const bare = fold(address).replace(/^\s*<|>\s*$/g, '').trim().replace(/^mailto:/, '');
  return /^[^\s@]+@[^\s@]+$/.test(bare) && !bare.startsWith('/') ? bare : '';
}

/** The mailbox behind a plus tag: "jane+news@x" → "jane@x". Takes a folded address. */
export function withoutTag(folded: string): string {
  const at = folded.lastIndexOf('@');
  const local = folded.slice(0, at);
  const plus = local.indexOf('+');
  return plus > 0 ? local.slice(0, plus) + folded.slice(at) : folded;
}

/**
 * A name for comparison: case, accents, punctuation and the order "Surname, Given" make no difference.
 * Accents go because mail systems lose them ("Novak" for "Novák"); a match by name is only ever *likely*.
 */
export function foldName(name: string): string {
  const turned = /^([^,]+),\s*([^,]+)$/.exec(name.trim());
  const straight = turned ? `${turned[2] ?? ''} ${turned[1] ?? ''}` : name;
  return fold(straight)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
