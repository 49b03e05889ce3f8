import { bareWord, degrees, generations, titles } from './nameWords.ts';
import { isCompany, isJob, isRoleWord } from './organizationName.ts';
import { carriers, marks, places } from './organizationWords.ts';
import { shortForms } from './surnameWords.ts';

export type CleanName = {
  /** What is left as the name. */
  readonly name: string;
  readonly companyName: string;
  readonly nickName: string;
};

/**
 * Takes off what mail systems and companies put around a name: quotes, the address, "via LinkedIn", "(External)",
 * a nickname, a job, and the company where it is set apart: "(Contoso)", "[Contoso]", "| Contoso", "- Contoso Ltd",
 * "@ Contoso". `domain`: the labels of their mail domain; a company in front of the name is known by them.
 */
export function cleanName(written: string, domain: readonly string[]): CleanName {
  let name = withoutTails(withoutAddress(unquoted(tidy(written))));
  let companyName = '';
  let nickName = '';
  for (let before = ''; before !== name;) {
    before = name;
    const bracket = /^(.+?)\s*[([{（【]([^()[\]{}（）【】]*)[)\]}）】]$/u.exec(name);
    // "微软（中国）有限公司" has its brackets in the middle; only what stands behind a name is taken off.
    if (bracket && hasLetter(bracket[1] ?? '')) {
      const inside = (bracket[2] ?? '').trim().replace(outsider, '');
      name = unquoted((bracket[1] ?? '').trim());
      const bare = bareWord(inside);
      if (titles.has(bare) && /^(?:m|d|prof)/.test(bare)) name = `${inside} ${name}`;
      else if (degrees.has(bare) || generations.has(bare)) name = `${name}, ${inside}`;
      else if (shortForms.has(bare)) nickName ||= inside;
      else if (companyName === '' && mayBeCompany(inside, name)) companyName = inside.replace(/^(?:@|at |from )\s*/u, '');
      continue;
    }
    const aside = /^(.+?)\s+(?:[|–—\-/•·@]|c\/o|at|from|bei)\s+(.+)$/u.exec(name);
    if (aside && hasLetter(aside[1] ?? '') && isSetApart(name, aside[2] ?? '')) {
      const left = unquoted((aside[1] ?? '').trim());
      const segments = (aside[2] ?? '').split(/\s+[|–—\-/•·@]\s+/u).map((segment) => segment.trim());
      if (isCompanyInFront(left, segments[0] ?? '', domain)) {
        companyName ||= left;
        name = segments.join(' | ');
        continue;
      }
      name = left;
      const companies = segments.filter((segment) => mayBeCompany(segment, name));
      companyName ||= companies[0] ?? '';
    }
    name = withoutJob(name);
  }
  // A mark may also stand in front: "[EXT] Jane Doe", "External: Jane Doe".
  name = name.replace(/^[([]\s*([\p{L}-]+)\s*[)\]]\s*(?=\S)/u, (all, word: string) => (marks.has(bareWord(word)) ? '' : all));
  name = name.replace(/^(?:ext|external|extern)\s*:\s*(?=\S)/iu, '').replace(/(?<=\s\S+)\s(?:EXT|EXTERN|EXTERNAL)$/u, '');
  const inMiddle = withoutNickName(name);
  return { name: inMiddle.name, companyName, nickName: nickName || inMiddle.nickName };
}

/** "EXT-Contoso", "extern: Contoso": that they are from elsewhere, and from where. "External Relations" is a department. */
const outsider = /^(?:ext(?:\.?\s*[-–:/]|\.|\s)|extern(?:al|e|er)?\s*[-–:/])\s*(?=\p{L})/iu;

/** Pictures, invisible signs and a forgotten comma are no part of a name. */
const tidy = (text: string): string => text
  .replace(/[\p{Cf}\uFE0F]/gu, '').replace(/(?![©®™])\p{Extended_Pictographic}/gu, ' ')
  .replace(/\s+/gu, ' ').trim().replace(/(?<=[\p{L}.])[\s*;,]+$/u, '');

const hasLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const quotePairs = ['""', "''", '“”', '„“', '„”', '‘’', '«»', '»«', '``', "`'", '「」', '<>'] as const;

/** Quotes around the whole, also when doubled by a careless sender; never down to nothing. */
function unquoted(text: string): string {
  for (const [open, close] of quotePairs.map((pair) => [...pair])) {
    const inside = text.slice(1, -1).trim();
    if (text.length > 2 && text.startsWith(open ?? '') && text.endsWith(close ?? '') && !inside.includes(open ?? '') && inside !== '') {
      return unquoted(inside);
    }
  }
  return text;
}

/** "Jane Doe <jane@…>", "Jane Doe [mailto:jane@…]", "jane@… (Jane Doe)": the name without the address beside it. */
function withoutAddress(text: string): string {
  const bare = text.replace(/^(?:mailto|smtp):(?=\S+@)/iu, '');
  const inFront = /^\S+@\S+\s+[(<"]([^()<>"@]*\p{L}[^()<>"@]*)[)>"]$/u.exec(bare);
  if (inFront) return unquoted((inFront[1] ?? '').trim());
  const behind = /^(.*\p{L}.*?)\s*(?:[<([](?:mailto:)?\S+@\S+[>)\]]|\s\S+@\S+\.\S+)$/iu.exec(bare);
  return behind && !(behind[1] ?? '').includes('@') ? unquoted((behind[1] ?? '').trim()) : bare;
}

/** How the mail came: "Jane Doe via LinkedIn", "Jane Doe on behalf of Contoso". */
const withoutTails = (text: string): string =>
  unquoted(text.replace(/(?<=\p{L}.*)\s+[([]?\s*(?:via|on behalf of|im auftrag von|i\. ?a\. von|de la part de|en nombre de|v zastoupení)\s+\S.*$/iu, '').trim());

/** A dash or a bar divides anywhere; words such as "at" only before what calls itself a company. */
const isSetApart = (name: string, behind: string): boolean =>
  /\s(?:[|–—\-/•·@]|c\/o)\s/u.test(name) || (/\s(?:at|from|bei)\s/iu.test(name) && /^\p{Lu}/u.test(behind));

/** "Contoso Ltd - Jane Doe": only what calls itself a company, or what the mail domain is called. */
const isCompanyInFront = (left: string, right: string, domain: readonly string[]): boolean =>
  / /.test(right) && !isCompany(right) && !right.split(' ').some(isRoleWord) && !isJob(right)
  && (isCompany(left) || domain.includes(left.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')));

/** "Jane Doe, Managing Director"; "Doe, Manager" may be somebody's names. */
function withoutJob(name: string): string {
  const comma = name.lastIndexOf(',');
  const left = name.slice(0, comma).trim();
  const right = name.slice(comma + 1);
  return comma > 0 && left.includes(' ') && isJob(right) && !isCompany(right) ? left : name;
}

/** Robert "Bob" Smith, Robert (Bob) Smith; Smith, Robert "Bob". */
function withoutNickName(name: string): { name: string; nickName: string } {
  const asides = /\s(?:"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|'([^']{2,})'|‘([^’]{2,})’|\(([^)]*)\)|\[([^\]]*)\])(?=\s+\p{L})/gu;
  const atEnd = /^([^,]+,.*\p{L})\s+(?:"([^"]+)"|“([^”]+)”|'([^']{2,})')$/u;
  let nickName = '';
  const take = (inside: string): void => {
    const words = inside.trim().split(' ').map(bareWord);
    if (/^\p{L}[\p{L}\p{M}.\s'’-]*$/u.test(inside.trim()) && words.length < 3 && !words.some((word) => marks.has(word) || isRoleWord(word))) {
      nickName ||= inside.trim();
    }
  };
  const behind = atEnd.exec(name);
  if (behind) take(behind[2] ?? behind[3] ?? behind[4] ?? '');
  const rest = (behind?.[1] ?? name).replace(asides, (_all, ...found: unknown[]) => {
    take(found.slice(0, 7).find((inside): inside is string => typeof inside === 'string') ?? '');
    return '';
  });
  return hasLetter(rest) ? { name: rest.replace(/\s+/gu, ' ').trim(), nickName } : { name, nickName: '' };
}

/** What stands apart from a name, and is not about the person, the mailbox, a department or a place. */
function mayBeCompany(inside: string, name: string): boolean {
  const words = inside.split(/[\s,/&-]+/u).map(bareWord).filter((word) => word !== '');
  if (words.length === 0 || words.length > 6 || /[@:]|\d{3}/.test(inside)) return false;
  if (words.every((word) => marks.has(word) || places.has(word) || isRoleWord(word) || word === 'and') || isJob(inside)) return false;
  // Pronouns, phone and room numbers.
  if (/^\p{Ll}+(?:\s*\/\s*\p{Ll}+)+$/u.test(inside.toLowerCase()) || !/\p{L}/u.test(inside) || /^[+\d]/.test(inside)) return false;
  if (words.some((word) => word === 'via' || word === 'extern' || word === 'external')) return false;
  if (/^(?:nee|geb|geborene?|formerly|roz|dite?)$/.test(words[0] ?? '') || carriers.has(words.join('')) || isInitials(inside, name)) return false;
  if (words.every((word) => name.split(/[\s,]+/).map(bareWord).includes(word))) return false;
  // The same name in another script: "山田 太郎 (Taro Yamada)".
  return isLatin(inside) === isLatin(name) || isCompany(` ${inside}`);
}

/** "Jane Doe (JD)" */
function isInitials(inside: string, name: string): boolean {
  const sorted = (letters: readonly string[]): string => letters.map((letter) => letter.toLowerCase()).sort().join('');
  return sorted([...inside]) === sorted(name.split(/[\s,]+/).map((word) => [...word][0] ?? ''));
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);
