import { bareWord, generations, particles } from './nameWords.ts';

// German writes ß among capitals too.
const hasLower = (text: string): boolean => text.replace(/ß/g, 'S') !== text.replace(/ß/g, 'S').toUpperCase();
const hasUpper = (text: string): boolean => text !== text.toLowerCase();

/** True where letters have case and all are capitals: "GRACE KIM". */
export const isAllCapitals = (text: string): boolean => hasUpper(text) && !hasLower(text);
/** True where letters have case and all are small: "grace kim". */
export const isAllSmall = (text: string): boolean => hasLower(text) && !hasUpper(text);

/** Names shouted or whispered, written as names are: "SEAN O'NEIL" → "Sean O'Neil". Others stay as they are. */
export function nameCase(words: readonly string[]): string[] {
  const text = words.join(' ');
  // Georgian has capitals for headlines only; a name never begins with one.
  if (/\p{Script=Georgian}/u.test(text)) return [...words];
  // The letters that only Turkish and its kin have tell that I is the capital of ı.
  const locale = /[İĞğ]/u.test(text) ? 'tr' : 'und';
  if (!isAllCapitals(text) && !isAllSmall(text)) return [...words];
  return words.map((word, i) => {
    const bare = bareWord(word);
    if (generations.has(bare) && bare.startsWith('i')) return word.toUpperCase();
    if (particles.has(bare) && i > 0 && i < words.length - 1) return word.toLowerCase();
    return capitalized(word, locale);
  });
}

/** "O'NEIL" → "O'Neil", "ANNE-MARIE" → "Anne-Marie", "MCDONALD" → "McDonald", "J.R." stays. */
export function capitalized(word: string, locale = 'und'): string {
  return word
    .toLocaleLowerCase(locale)
    .replace(/(^|[-.])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toLocaleUpperCase(locale))
    // One or two letters before an apostrophe are a prefix (O'Neil, D'Angelo); behind it stands a name, not an 's.
    .replace(/^(\p{L}{1,2}['’])(\p{L})(?=\p{L}{2})/u, (_all, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{L})(?=\p{L}{2})/u, (_all, letter: string) => `Mc${letter.toUpperCase()}`);
}
