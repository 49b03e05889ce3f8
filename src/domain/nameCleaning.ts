import { bareWord, legalForms, marks } from './nameWords.ts';

export type CleanName = {
  /** What is left as the name. */
  readonly name: string;
  readonly companyName: string;
};

/**
 * Takes off what mail systems and companies put around a name: quotes, "via LinkedIn", "(External)", and the
 * company where it is set apart: "(Contoso)", "[Contoso]", "| Contoso", "- Contoso Ltd", "@ Contoso".
 */
export function cleanName(written: string): CleanName {
  let name = withoutTails(unquoted(tidy(written)));
  let companyName = '';
  for (let before = ''; before !== name;) {
    before = name;
    const bracket = /^(.+?)\s*[([{（【]([^()[\]{}（）【】]*)[)\]}）】]$/u.exec(name);
    if (bracket) {
      const inside = (bracket[2] ?? '').trim();
      name = unquoted((bracket[1] ?? '').trim());
      if (companyName === '' && mayBeCompany(inside, name)) companyName = withoutAt(inside);
      continue;
    }
    const aside = /^(.+?)\s+(?:[|–—\-/•·@]|at|from|bei|von der)\s+(.+)$/u.exec(name);
    if (aside && isSetApart(name, aside[2] ?? '')) {
      name = unquoted((aside[1] ?? '').trim());
      if (mayBeCompany(aside[2] ?? '', name)) companyName = (aside[2] ?? '').trim();
    }
  }
  // A mark may also stand in front: "[EXT] Jane Doe", "External: Jane Doe".
  name = name.replace(/^[([]\s*([\p{L}-]+)\s*[)\]]\s*(?=\S)/u, (all, word: string) => (marks.has(bareWord(word)) ? '' : all));
  name = name.replace(/^(?:ext|external|extern)\s*:\s*(?=\S)/iu, '');
  return { name, companyName };
}

const tidy = (text: string): string =>
  text.replace(/\p{Cf}/gu, '').replace(/\s+/gu, ' ').trim();

const quotePairs = ['""', "''", '“”', '„“', '„”', '‘’', '«»', '»«', '``', "`'", '「」'] as const;

/** Quotes around the whole, also when doubled by a careless sender. */
function unquoted(text: string): string {
  for (const [open, close] of quotePairs.map((pair) => [...pair])) {
    if (text.length > 2 && text.startsWith(open ?? '') && text.endsWith(close ?? '') && !text.slice(1, -1).includes(open ?? '')) {
      return unquoted(text.slice(1, -1).trim());
    }
  }
  return text;
}

/** How the mail came: "Jane Doe via LinkedIn", "Jane Doe on behalf of Contoso". */
const withoutTails = (text: string): string =>
  unquoted(text.replace(/\s+[([]?\s*(?:via|on behalf of|im auftrag von|i\. ?a\. von|de la part de|en nombre de|v zastoupení)\s+\S.*$/iu, '').trim());

/** A dash or a bar divides anywhere; words such as "at" only before what calls itself a company. */
const isSetApart = (name: string, behind: string): boolean =>
  /\s[|–—\-/•·@]\s/u.test(name) || (/\s(?:at|from|bei)\s/iu.test(name) && /^\p{Lu}/u.test(behind));

function mayBeCompany(inside: string, name: string): boolean {
  const words = inside.split(' ').map(bareWord).filter((word) => word !== '');
  if (words.length === 0 || words.length > 6) return false;
  if (words.every((word) => marks.has(word))) return false;
  // Pronouns, phone and room numbers.
  if (/^\p{Ll}+(?:\s*\/\s*\p{Ll}+)+$/u.test(inside.toLowerCase()) || !/\p{L}/u.test(inside) || /^[+\d]/.test(inside)) return false;
  if (words.some((word) => word === 'via' || word === 'extern' || word === 'external')) return false;
  // The same name in another script: "山田 太郎 (Taro Yamada)".
  return isLatin(inside) === isLatin(name) || words.some((word) => legalForms.has(word));
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

const withoutAt = (text: string): string => text.replace(/^(?:@|at |from )\s*/u, '');
