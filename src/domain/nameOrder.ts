import { capitalized, isAllCapitals, nameCase } from './nameCase.ts';
import { givenNames } from './givenNames.ts';
import { bareWord, doubtfulParticles, particles } from './nameWords.ts';
import {
  devotions, endsLikeSurname, hungarianSurnames, iberianSurnames, markedVietnameseSurnames, nobility, patronymic, romanizedSurnames, servantOf,
  surnameEnding, vietnameseOnlySurnames, vietnameseSurnames,
} from './surnameWords.ts';

export type Order = {
  readonly givenName: string;
  readonly middleName: string;
  readonly surname: string;
  /** The name as written, where it is at home with the surname first and is shown so; '' for all others. */
  readonly shown: string;
};

const parts = (givenName: string, middle: readonly string[], surname: string): Order =>
  ({ givenName, middleName: middle.join(' '), surname, shown: '' });

/** Somebody whose own language writes the surname first: [surname, …middle, given] or [surname, given, …middle]. */
const atHome = (order: Order, words: readonly string[]): Order => ({ ...order, shown: words.join(' ') });

/**
 * Which of these words is what, when no comma tells. The first rule that knows decides: capitals, then the marks of a
 * language (patronymics, Vietnamese and Korean surnames, endings), then initials behind, then the part of the address
 * before the @; else the surname stands last, with its particles and, in Spanish and Portuguese, with its other half.
 */
export function nameOrder(written: readonly string[], local: string, hasTitle: boolean): Order {
  const capitals = surnameInCapitals(written);
  if (capitals) return capitals;
  const words = withServants(nameCase(written));
  const [first = '', ...others] = words;
  // "Dr. Watson", "Frau Müller"; but somebody called by one word alone is called by the given name.
  if (others.length === 0) return hasTitle ? parts('', [], first) : parts(first, [], '');
  return slavic(words) ?? vietnamese(words) ?? hyphenated(words) ?? initialsBehind(words) ?? byAddress(words, local) ?? western(words);
}

/** "Иванов Иван Иванович", "Иван Иванович", "Петрова Анна"; Greek surnames are told by their endings too. */
function slavic(words: readonly string[]): Order | null {
  const [first = '', second = '', third = ''] = words;
  const isCyrillic = /^\p{Script=Cyrillic}/u.test(first);
  if (words.length === 3 && patronymic.test(third)) return atHome(parts(second, [third], first), words);
  if (words.length !== 2) return null;
  if (isCyrillic && patronymic.test(second)) return parts(first, [second], '');
  const isSurname = (word: string): boolean => surnameEnding.test(word) && !endsLikeSurname.has(bareWord(word));
  return isSurname(first) && !isSurname(second) ? atHome(parts(second, [], first), words) : null;
}

function vietnamese(words: readonly string[]): Order | null {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isSurname = vietnameseOnlySurnames.has(bareWord(first)) || markedVietnameseSurnames.has(first.toLowerCase().normalize('NFC'))
    || (words.length > 2 && vietnameseSurnames.has(bareWord(first)));
  if (!isSurname || vietnameseOnlySurnames.has(bareWord(last))) return null;
  return atHome(parts(last, words.slice(1, -1), first), words);
}

/** "Kim Min-jun", "Tsai Ing-wen": a given name of two syllables, the second small. */
function hyphenated(words: readonly string[]): Order | null {
  const [first = '', second = ''] = words;
  if (words.length !== 2 || !romanizedSurnames.has(bareWord(first)) || !/^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(second)) return null;
  return atHome(parts(second, [], first), words);
}

/** "Doe J.M.", "Иванов И. И.": nobody shortens a surname twice. "Jane D." hides the surname. */
function initialsBehind(words: readonly string[]): Order | null {
  const [first = '', ...others] = words;
  const letters = others.join('').match(/\p{L}\.?/gu) ?? [];
  if (letters.length < 2 || letters.join('') !== others.join('').replace(/-/g, '') || !others.every((word) => /^(?:-?\p{L}\.)+$/u.test(word))) return null;
  if (first.replace(/\P{L}/gu, '').length < 2) return null;
  const order = parts(others[0] ?? '', others.slice(1), first);
  return /^\p{Script=Cyrillic}/u.test(first) ? atHome(order, words) : order;
}

/** "Doe Jane" of jdoe@ or j.doe@: an address shortens the given name. "doe.jane" and "jane.doe" prove nothing. */
function byAddress(words: readonly string[], local: string): Order | null {
  const [first = '', second = ''] = words;
  if (words.length !== 2 || local === '' || bareWord(first).length < 2) return null;
  const spellings = (word: string): string[] =>
    [bareWord(word), bareWord(word.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss'))];
  const shortens = (given: string, surname: string): boolean => {
    const initial = bareWord(given).slice(0, 1);
    return spellings(surname).some((spelled) => [`${initial}${spelled}`, `${initial}.${spelled}`, `${initial}_${spelled}`, `${initial}-${spelled}`].includes(local));
  };
  if (shortens(second, first) && !shortens(first, second)) return parts(second, [], first);
  // "Doe Jane" of jane.doe@: both words are in the address, and the second alone is a given name.
  const isTurned = givenNames.has(bareWord(second)) && !givenNames.has(bareWord(first));
  const spelled = (a: string, b: string): boolean => spellings(a).some((one) => spellings(b).some((two) => ['', '.', '_', '-'].some((between) => local === `${one}${between}${two}`)));
  if (isTurned && spelled(second, first)) return parts(second, [], first);
  // "Nagy Péter" of nagy.peter@ is at home with this order. Without the surname it would be "Priya Thomas" of priya.thomas@.
  return isTurned && hungarianSurnames.has(bareWord(first)) && spelled(first, second) ? atHome(parts(second, [], first), words) : null;
}

function western(words: readonly string[]): Order {
  const at = surnameStart(words);
  return parts(at === 0 ? '' : words[0] ?? '', words.slice(1, at), words.slice(at).join(' '));
}

/** Where the surname begins: at its first particle ("van den Berg"), else at the last word; or one word before these. */
function surnameStart(words: readonly string[]): number {
  const last = words.length - 1;
  if (isParticle(words[0] ?? '') && isSmall(words[0] ?? '')) return 0;
  const found = words.findIndex((word, i) => i > 0 && i < last && isParticle(word) && !isInDevotion(words, i));
  const and = words.findIndex((word, i) => i > 1 && i < last && /^[yei]$/.test(word));
  let at = Math.min(found < 0 ? last : found, and < 0 ? last : and - 1);
  const before = words[at - 1] ?? '';
  if (at > 1 && nobility.has(bareWord(before))) at -= 1;
  else if (at > 1 && iberianSurnames.has(bareWord(before)) && (at < last || iberianSurnames.has(bareWord(words[last] ?? '')))) at -= 1;
  return at;
}

/** "María del Carmen Ruiz" has a given name of three words; "Maria de la Cruz" a surname of three. */
function isInDevotion(words: readonly string[], at: number): boolean {
  if (!/^mari[ao]$|^jose$|^ana$/.test(bareWord(words[0] ?? ''))) return false;
  const to = words.findIndex((word, i) => i >= at && !isParticle(word));
  return to > 0 && to < words.length - 1 && devotions.has(bareWord(words[to] ?? ''));
}

/** Small in a script that has capitals. */
const isSmall = (word: string): boolean => word === word.toLowerCase() && word !== word.toUpperCase();

const isParticle = (word: string): boolean =>
  (particles.has(bareWord(word)) && (isSmall(word) || /^St\.$/i.test(word) || !doubtfulParticles.has(bareWord(word)))) || /^d['’]\p{Lu}/u.test(word);

/** "Abdul" + "Rahman" are one word to all that follows. */
function withServants(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const next = words[i + 1];
    const isServant = servantOf.has(bareWord(word)) && (/^\p{Script=Arabic}/u.test(word) || (i === 0 && words.length > 2));
    if (isServant && next !== undefined) i += 1;
    joined.push(isServant && next !== undefined ? `${word} ${next}` : word);
  }
  return joined;
}

/** "McDONALD" is shouted as well. */
const mac = /^(Ma?c)(\p{Lu}{3,})$/u;

const isShouted = (word: string): boolean => mac.test(word)
  || (isAllCapitals(word) && !word.includes('.') && (word.replace(/\P{L}/gu, '').length >= 3 || romanizedSurnames.has(bareWord(word))));

const quiet = (word: string): string => {
  const [, prefix, rest] = mac.exec(word) ?? [];
  if (prefix !== undefined && rest !== undefined) return prefix + capitalized(rest);
  return isAllCapitals(word) ? capitalized(word) : word;
};

/** "DOE Jane", "Jane DOE", "Jean DE VILLIERS": whoever writes one part in capitals means the surname. */
function surnameInCapitals(words: readonly string[]): Order | null {
  const isPart = (word: string): boolean => particles.has(bareWord(word));
  const isLoud = (word: string): boolean => isShouted(word) || (isAllCapitals(word) && isPart(word));
  if (!words.some(isShouted) || words.every((word) => isLoud(word))) return null;
  if (words.some((word) => isAllCapitals(word) && !isLoud(word) && word.length > 2)) return null;
  const start = words.findIndex(isLoud);
  const end = words.findLastIndex(isLoud) + 1;
  if (start > 0 && end < words.length) return null;
  let from = start;
  while (from > 1 && isPart(words[from - 1] ?? '')) from -= 1;
  if (words.slice(start, end).some((word) => !isLoud(word) && !isPart(word))) return null;
  const surname = words.slice(from, end).map(quiet).join(' ');
  const [given = '', ...middle] = from === 0 ? words.slice(end) : words.slice(0, from);
  return parts(given, middle, frenchParticles(surname, given));
}

/** "DE LA FONTAINE Jean-Pierre": French writes these small; of other languages nobody can tell from capitals ("De La Cruz"). */
export const frenchParticles = (surname: string, given: string): string =>
  (/^(?:jean|marie|anne|pierre|paul|louis|marc|claude|charles|francois|francoise|yves)(?:-|$)|^(?:jacques|philippe|guillaume|thierry|olivier|antoine|camille|helene|michel|laurent)$/u.test(bareWord(given))
    ? surname.replace(/^(?:De [Ll]a|Du|Des) (?=\p{Lu})/u, (found) => found.toLowerCase()) : surname);
