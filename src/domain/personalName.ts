import { capitalized, isAllCapitals, nameCase } from './nameCase.ts';
import { frenchParticles, nameOrder } from './nameOrder.ts';
import { givenNames } from './givenNames.ts';
import { bareWord, degrees, doubtfulTitles, generations, isPostNominal, particles, shortDegrees, titles } from './nameWords.ts';
import { isLegalForm } from './organizationName.ts';
import { places } from './organizationWords.ts';
import { iberianSurnames } from './surnameWords.ts';

export type PersonalName = {
  readonly givenName: string;
  readonly middleName: string;
  readonly surname: string;
  readonly title: string;
  readonly generation: string;
  readonly companyName: string;
  /** The name as it is to be shown, where that is not "Given Middle Surname"; else ''. */
  readonly shown: string;
};

/** What the address says: the part before the @ and the labels of the domain, in small letters. */
export type AddressWords = { readonly local: string; readonly domain: readonly string[] };
export const noAddress: AddressWords = { local: '', domain: [] };

/** The parts of a name known to be somebody's; null where no rule fits. */
export function splitPersonalName(name: string, { local, domain }: AddressWords): PersonalName | null {
  const { rest, suffixes, companyName, title: titleBehind } = takeBehindCommas(name, local, domain);
  const [left = '', right] = rest;
  const { words: leftWords, title: leftTitle } = takeTitles(wordsOf(left));
  const { words: rightWords, title: rightTitle } = takeTitles(wordsOf(right ?? ''));
  const behind = takeSuffixes(right === undefined ? leftWords : rightWords, isAllCapitals(name));
  const behindLeft = right === undefined ? { words: behind.words, suffixes: [] } : takeSuffixes(leftWords, isAllCapitals(name));
  const common = {
    title: titleCase([leftTitle, rightTitle, titleBehind].filter((title) => title !== '').join(' '), name),
    generation: [...behindLeft.suffixes, ...behind.suffixes, ...suffixes].join(' '),
    companyName,
  };
  if (right !== undefined) {
    const [loud, given] = inCase(behindLeft.words, behind.words);
    const surname = isAllCapitals(left) ? frenchParticles(loud.join(' '), given[0] ?? '').split(' ') : loud;
    // "Berg, Omar van den": the particles stand behind, as in a telephone book.
    const particlesAt = given.findIndex((_word, i) => i > 0 && given.slice(i).every((rest) => particles.has(bareWord(rest))));
    const moved = particlesAt < 0 ? [] : given.slice(particlesAt);
    const [first = '', ...middle] = particlesAt < 0 ? given : given.slice(0, particlesAt);
    return { ...common, givenName: first, middleName: middle.join(' '), surname: [...moved, ...surname].join(' '), shown: '' };
  }
  const words = behind.words;
  if (words.length === 0 || words.length > 6) return null;
  // One word of capitals is rather an acronym than a person: "IBM".
  if (words.length === 1 && common.title === '' && isAllCapitals(words[0] ?? '') && (words[0] ?? '').length <= 4) return null;
  // A sign-in or a brand: "JDoe", "eBay".
  if (words.length === 1 && common.title === '' && /^(?:\p{Lu}{2}|\p{Ll}+\p{Lu})\p{Ll}/u.test(words[0] ?? '')) return null;
  return { ...common, ...nameOrder(words, local, common.title !== '') };
}

/** Both halves of "DOE, JANE" are shouted or none is. */
function inCase(surname: readonly string[], given: readonly string[]): [string[], string[]] {
  const both = nameCase([...given, ...surname]);
  const turned = [both.slice(given.length), both.slice(0, given.length)] as [string[], string[]];
  // "DOE, Jane"
  return isAllCapitals(surname.join(' ')) && surname.join('').length > 2 ? [nameCase(surname), turned[1]] : turned;
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** "DR. JANE DOE" shouts the title too. */
const titleCase = (title: string, name: string): string =>
  (isAllCapitals(name) ? title.split(' ').map((word) => capitalized(word)).join(' ') : title);

function takeTitles(words: readonly string[]): { words: string[]; title: string } {
  const rest = [...words];
  const taken: string[] = [];
  while (rest.length > 1) {
    const [word = '', ...behind] = rest;
    const bare = bareWord(word);
    // "Dipl.-Ing.(FH)", "Dr.-Ing." and "Univ.-Prof." hold more than one.
    const isTitle = titles.has(bare) || /^(?:dipl|dr|univ|priv|apl|ao)\.?-/i.test(word);
    if (!isTitle || (doubtfulTitles.has(bare) && !isSureTitle(word, behind, taken.length))) break;
    taken.push(word);
    rest.shift();
  }
  return { words: rest, title: taken.join(' ') };
}

/** For words that are names as well: a dot, another title beside, or the letters of the language they are of. */
function isSureTitle(word: string, behind: readonly string[], taken: number): boolean {
  const bare = bareWord(word);
  if (bare === 'pd') return /^(?:dr|prof)$/.test(bareWord(behind[0] ?? ''));
  if (/^pani?$/.test(bare)) return behind.length > 1 && /[áčďéěíňóřšťúůýžąćęłńśźż]/iu.test(behind.join(''));
  // "M. K. Gandhi" has two initials and no title.
  if (/^\p{L}\.?$/u.test(behind[0] ?? '') && bare.length === 1) return false;
  if (word.endsWith('.')) return behind.length > 1 || taken > 0 || bare.length > 1;
  return taken > 0 && behind.length > 1 && word === word.toLowerCase();
}

/** Jr., III, PhD at the end of words that no comma divides; a given name and a surname must remain. */
function takeSuffixes(words: readonly string[], isShouted: boolean): { words: string[]; suffixes: string[] } {
  const rest = [...words];
  const suffixes: string[] = [];
  while (rest.length > 1) {
    const bare = bareWord(rest.at(-1) ?? '');
    if (!(generations.has(bare) || degrees.has(bare) || (!isShouted && isPostNominal(rest.at(-1) ?? '')))) break;
    suffixes.unshift(rest.pop() ?? '');
  }
  return { words: rest, suffixes };
}

/**
 * "Jane Doe, Contoso": both names stand before the comma, and what stands behind is none. As "Doe Smith, Jane" looks the
 * same, the first word has to be known as a given name, or to begin the address: "jane.doe@".
 */
function isBehindWholeName(left: string, right: string, local: string): boolean {
  const whole = wordsOf(left).map(bareWord).filter((word) => !titles.has(word) && !generations.has(word) && !degrees.has(word));
  const behind = wordsOf(right).map(bareWord);
  const [first = '', last = ''] = [whole[0], whole.at(-1)];
  if (whole.length < 2 || whole.length > 3 || behind.length > 3 || particles.has(first) || iberianSurnames.has(last)) return false;
  if (behind.some((word) => givenNames.has(word) || titles.has(word) || particles.has(word) || word.length < 2) || !/^[\p{Lu}\d]/u.test(right)) return false;
  const mailed = local.split(/[._-]/);
  if (behind.some((word) => mailed.includes(word))) return false;
  return (givenNames.has(first) && !givenNames.has(last)) || (mailed.length > 1 && mailed[0] === first && mailed.at(-1) === last);
}

type BehindCommas = { rest: string[]; suffixes: string[]; title: string; companyName: string };

/** Takes what stands behind commas and is no name: "Jane Doe, PhD", "Jane Doe, Contoso Ltd", "Doe, Jane, Dr.". */
function takeBehindCommas(name: string, local: string, domain: readonly string[]): BehindCommas {
  const rest = name.split(',').map((part) => part.trim()).filter((part) => part !== '');
  const suffixes: string[] = [];
  let companyName = '';
  let title = '';
  while (rest.length > 1) {
    const last = rest.at(-1) ?? '';
    const words = last.split(' ').map(bareWord);
    const isSuffix = last.split(' ').every((word, n) => [generations, degrees, shortDegrees].some((set) => set.has(words[n] ?? '')) || isPostNominal(word));
    const isTitle = words.every((word) => titles.has(word)) && last.endsWith('.');
    const isCompany = last.split(' ').some(isLegalForm)
      || (domain.includes(words.join('')) && (rest.length > 2 || (rest[0] ?? '').includes(' ')));
    if (isSuffix) suffixes.unshift(last);
    else if (isTitle) title = title === '' ? last : `${last} ${title}`;
    else if (isCompany && companyName === '') companyName = last;
    else if (rest.length > 2) companyName = companyName || last;
    else if (isBehindWholeName(rest[0] ?? '', last, local)) companyName ||= places.has(words.join('')) ? '' : last;
    else break;
    rest.pop();
  }
  return { rest, suffixes, title, companyName };
}
