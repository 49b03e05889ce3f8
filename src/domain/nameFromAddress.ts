import { capitalized } from './nameCase.ts';
import { bareWord, legalForms, roleWords } from './nameWords.ts';

/**
 * The name in the part before the @, where it clearly is one: "jane.doe" → "Jane Doe". '' for all else, such as
 * "jdoe", "info" and "billing.team": a wrong name on a card is worse than an address.
 */
export function nameFromAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = (at < 0 ? address : address.slice(0, at)).replace(/\+.*$/, '').replace(/(\p{L})\d{1,4}$/u, '$1');
  const words = local.split(/[._]/);
  if (words.length < 2 || words.length > 3) return '';
  const isName = words.every((word, i) => {
    const isInitial = i === 1 && words.length === 3 && /^\p{L}$/u.test(word);
    return isInitial || (/^\p{L}[\p{L}'’-]+$/u.test(word) && !isRole(word));
  });
  return isName ? words.map((word) => (word.length === 1 ? `${word.toUpperCase()}.` : capitalized(word))).join(' ') : '';
}

const isRole = (word: string): boolean =>
  word.split('-').some((part) => roleWords.has(bareWord(part)) || legalForms.has(bareWord(part)));
