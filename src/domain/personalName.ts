import { isAllCapitals, nameCase, capitalized } from './nameCase.ts';
import {
  bareWord, degrees, doubtfulParticles, doubtfulTitles, generations, legalForms, particles, shortDegrees, titles,
  vietnameseSurnames,
} from './nameWords.ts';

export type PersonalName = {
  readonly givenName: string;
  readonly middleName: string;
  readonly surname: string;
  readonly title: string;
  readonly generation: string;
  readonly companyName: string;
};

/** The parts of a name known to be somebody's; null where no rule fits. `domain`: the words of their mail domain. */
export function splitPersonalName(name: string, domain: string): PersonalName | null {
  const { rest, suffixes, companyName } = takeBehindCommas(name, domain);
  const [left = '', right] = rest;
  const { words: leftWords, title: leftTitle } = takeTitles(wordsOf(left));
  const { words: rightWords, title: rightTitle } = takeTitles(wordsOf(right ?? ''));
  const behind = takeSuffixes(right === undefined ? leftWords : rightWords);
  const behindLeft = right === undefined ? { words: behind.words, suffixes: [] } : takeSuffixes(leftWords);
  const common = {
    title: [leftTitle, rightTitle].filter((title) => title !== '').join(' '),
    generation: [...behindLeft.suffixes, ...behind.suffixes, ...suffixes].join(' '),
    companyName,
  };
  if (right !== undefined) {
    const [surname, given] = inCase(behindLeft.words, behind.words);
    // "Berg, Omar van den": the particles stand behind, as in a telephone book.
    const particlesAt = given.findIndex((_word, i) => i > 0 && given.slice(i).every((rest) => particles.has(bareWord(rest))));
    const moved = particlesAt < 0 ? [] : given.slice(particlesAt);
    const [first = '', ...middle] = particlesAt < 0 ? given : given.slice(0, particlesAt);
    return { ...common, givenName: first, middleName: middle.join(' '), surname: [...moved, ...surname].join(' ') };
  }
  const words = behind.words;
  if (words.length === 0 || words.length > 6) return null;
  // One word of capitals is rather an acronym than a person: "IBM".
  if (words.length === 1 && common.title === '' && isAllCapitals(words[0] ?? '') && (words[0] ?? '').length <= 4) return null;
  return { ...common, ...order(words, common.title !== '') };
}

type Order = Pick<PersonalName, 'givenName' | 'middleName' | 'surname'>;

function order(written: readonly string[], hasTitle: boolean): Order {
  const capitals = surnameInCapitals(written);
  if (capitals) return capitals;
  const words = nameCase(written);
  const [first = '', ...others] = words;
  // "Dr. Watson", "Frau Müller"; but somebody called by one word alone is called by the given name.
  if (others.length === 0) return hasTitle ? parts('', [], first) : parts(first, [], '');
  if (words.length > 2 && vietnameseSurnames.has(bareWord(first))) return parts(words.at(-1) ?? '', words.slice(1, -1), first);
  const at = surnameStart(words);
  return parts(at === 0 ? '' : first, words.slice(1, at), words.slice(at).join(' '));
}

const parts = (givenName: string, middle: readonly string[], surname: string): Order =>
  ({ givenName, middleName: middle.join(' '), surname });

/** Where the surname begins: at its first particle ("van den Berg"), else at the last word. */
function surnameStart(words: readonly string[]): number {
  const last = words.length - 1;
  if (isParticle(words[0] ?? '') && isSmall(words[0] ?? '')) return 0;
  const and = words.indexOf('y');
  if (and > 1 && and < last) return and - 1;
  for (let i = 1; i < last; i += 1) {
    if (isParticle(words[i] ?? '')) return i;
  }
  return last;
}

const isSmall = (word: string): boolean => word === word.toLowerCase();

const isParticle = (word: string): boolean =>
  particles.has(bareWord(word)) && (isSmall(word) || !doubtfulParticles.has(bareWord(word)));

/** "DOE Jane", "Jane DOE": whoever writes one part in capitals means the surname. */
function surnameInCapitals(words: readonly string[]): Order | null {
  const isShouted = (word: string): boolean => isAllCapitals(word) && !word.includes('.') && word.replace(/\P{L}/gu, '').length >= 3;
  const shouted = words.filter(isShouted);
  if (shouted.length === 0 || shouted.length === words.length || words.some((word) => isAllCapitals(word) && !isShouted(word) && word.length > 2)) return null;
  const start = words.findIndex(isShouted);
  const end = words.findLastIndex(isShouted) + 1;
  if (start > 0 && end < words.length) return null;
  let from = start;
  while (from > 1 && particles.has(bareWord(words[from - 1] ?? ''))) from -= 1;
  if (words.slice(start, end).some((word) => !isShouted(word) && !particles.has(bareWord(word)))) return null;
  const surname = words.slice(from, end).map((word) => (isShouted(word) ? capitalized(word) : word)).join(' ');
  const [given = '', ...middle] = from === 0 ? words.slice(end) : words.slice(0, from);
  return parts(given, middle, surname);
}

/** Both halves of "DOE, JANE" are shouted or none is. */
function inCase(surname: readonly string[], given: readonly string[]): [string[], string[]] {
  const both = nameCase([...given, ...surname]);
  const turned = [both.slice(given.length), both.slice(0, given.length)] as [string[], string[]];
  // "DOE, Jane"
  return isAllCapitals(surname.join(' ')) && surname.join('').length > 2 ? [nameCase(surname), turned[1]] : turned;
}

const wordsOf = (text: string): string[] => text
  // A nickname in the middle: Robert "Bob" Smith, Robert (Bob) Smith.
  .replace(/\s(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|\([^)]*\)|\[[^\]]*\])(?=\s)/gu, ' ')
  .split(/\s+/u).filter((word) => word !== '');

function takeTitles(words: readonly string[]): { words: string[]; title: string } {
  const rest = [...words];
  const taken: string[] = [];
  while (rest.length > 1) {
    const [word = '', ...behind] = rest;
    const bare = bareWord(word);
    // "Dipl.-Ing.(FH)" and "Dott.ssa" hold more than one.
    const isTitle = titles.has(bare) || /^dipl\.?-/i.test(word);
    const isDoubtful = doubtfulTitles.has(bare) && !(word.endsWith('.') && (behind.length > 1 || taken.length > 0 || bare.length > 1));
    if (!isTitle || isDoubtful) break;
    taken.push(word);
    rest.shift();
  }
  return { words: rest, title: taken.join(' ') };
}

/** Jr., III, PhD at the end of words that no comma divides; a given name and a surname must remain. */
function takeSuffixes(words: readonly string[]): { words: string[]; suffixes: string[] } {
  const rest = [...words];
  const suffixes: string[] = [];
  while (rest.length > 1) {
    const bare = bareWord(rest.at(-1) ?? '');
    if (!(generations.has(bare) || degrees.has(bare))) break;
    suffixes.unshift(rest.pop() ?? '');
  }
  return { words: rest, suffixes };
}

/** Takes what stands behind commas and is no name: "Jane Doe, PhD", "Jane Doe, Contoso Ltd". */
function takeBehindCommas(name: string, domain: string): { rest: string[]; suffixes: string[]; companyName: string } {
  const rest = name.split(',').map((part) => part.trim()).filter((part) => part !== '');
  const suffixes: string[] = [];
  let companyName = '';
  while (rest.length > 1) {
    const last = rest.at(-1) ?? '';
    const words = last.split(' ').map(bareWord);
    const isSuffix = words.every((word) => generations.has(word) || degrees.has(word) || shortDegrees.has(word));
    const isCompany = words.some((word) => legalForms.has(word))
      || (domain.split(' ').includes(words.join('')) && (rest.length > 2 || (rest[0] ?? '').includes(' ')));
    if (isSuffix) suffixes.unshift(last);
    else if (isCompany && companyName === '') companyName = last;
    else if (rest.length > 2) companyName = companyName || last;
    else break;
    rest.pop();
  }
  return { rest, suffixes, companyName };
}
