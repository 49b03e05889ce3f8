import { capitalized } from './nameCase.ts';
import { bareWord, particles } from './nameWords.ts';
import { isLegalForm, isRoleWord } from './organizationName.ts';

/**
 * The name in the part before the @, where it clearly is one: "jane.doe" → "Jane Doe", "j.doe" → "J. Doe". '' for all
 * else, such as "jdoe", "info" and "billing.team": a wrong name on a card is worse than an address.
 */
export function nameFromAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = (at < 0 ? address : address.slice(0, at)).replace(/\+.*$/, '').replace(/(\p{L})\d{1,4}$/u, '$1');
  const words = withoutMarks(local.split(/[._]/));
  // "amazon.de" is a shop, "jane.doe@amazon.de" somebody.
  if (at < 0 && topDomains.test(words.at(-1) ?? '')) return '';
  const middle = words.slice(1, -1);
  if (words.length < 2 || (words.length > 3 && !middle.every(isSmallParticle))) return '';
  const isName = words.every((word, i) => {
    const isInitial = /^\p{L}$/u.test(word) && i < words.length - 1 && words.length < 4;
    return isInitial || (/^\p{L}[\p{L}\p{M}'’-]+$/u.test(word) && !isRole(word));
  });
  // Two initials and no more, "a.b.team": too little to go by.
  if (!isName || words.filter((word) => word.length === 1).length > 1) return '';
  return words.map((word, i) => {
    if (word.length === 1) return `${word.toUpperCase()}.`;
    return i > 0 && i < words.length - 1 && isSmallParticle(word) ? word.toLowerCase() : capitalized(word);
  }).join(' ');
}

const topDomains = /^(?:com|net|org|info|biz|edu|gov|app|dev|online|shop|io|eu|de|at|ch|uk|fr|es|it|nl|be|pl|cz|sk|hu|dk|se|no|fi|pt|ru|us|ca|jp|cn|in|br|example)$/i;

const isSmallParticle = (word: string): boolean => particles.has(bareWord(word));

/** "jane.doe.ext", "ext.jane.doe", "jane.doe.2": what the company adds to tell people apart. */
function withoutMarks(words: readonly string[]): string[] {
  const isMark = (word: string): boolean => /^\d{1,4}$/.test(word) || /^(?:ext|extern|external|guest|gast|contractor|consultant|vendor)$/i.test(word);
  const kept = words.length > 2 && isMark(words.at(-1) ?? '') ? words.slice(0, -1) : [...words];
  return kept.length > 2 && isMark(kept[0] ?? '') ? kept.slice(1) : kept;
}

const isRole = (word: string): boolean => word.split('-').some((part) => isRoleWord(part) || isLegalForm(part));
