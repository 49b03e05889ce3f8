import { bareWord, particles } from './nameWords.ts';
import { institutions, jobWords, legalForms, roleEnding, roleWords, shortLegalForms } from './organizationWords.ts';

const rawWords = (name: string): string[] => name.split(/[\s,]+/).filter((word) => bareWord(word) !== '');

/** "Ltd", "GmbH", "S.A.", but not the surname in "Maria Sá". */
export function isLegalForm(word: string): boolean {
  const bare = bareWord(word);
  if (legalForms.has(bare)) return true;
  return shortLegalForms.has(bare) && /^[A-Za-z.,]+$/.test(word) && (word.includes('.') || word === word.toUpperCase());
}

const eastAsianForm = /株式会社|有限会社|合同会社|（株）|㈱|有限公司|集团|集團|주식회사|㈜/u;

/** A name that calls itself a company: "Contoso Ltd", "Contoso, Inc.", "University of Bellows", "株式会社コントソ". */
export function isCompany(name: string): boolean {
  if (eastAsianForm.test(name)) return true;
  const [first = '', ...others] = rawWords(name);
  return others.some(isLegalForm) || (others.length > 0 && institutions.has(bareWord(first)));
}

/** True for "Inc." and "S.A. de C.V." behind a comma: the words before it are the company's, not somebody's. */
export const isOnlyLegalForm = (text: string): boolean => isLegalForm(text.split(' ')[0] ?? '') && text.split(' ').length < 4
  && text.split(' ').every((word) => isLegalForm(word) || word.length <= 2 || word.includes('.'));

/** "CEO", "Managing Director"; what stands beside a name and is none. */
export const isJob = (text: string): boolean => rawWords(text).some((word) => jobWords.has(bareWord(word)));

export const isRoleWord = (word: string): boolean => roleWords.has(bareWord(word)) || roleEnding.test(bareWord(word));

/** A mailbox, a room, a company, a couple: nobody with a given name. */
export function isOrganization(name: string): boolean {
  const words = rawWords(name);
  if (/[&/:;!?#*=<>]|\d/.test(name) || words.length > 8 || words.some(isRoleWord) || isCouple(words)) return true;
  // Something that is neither a name nor known: left alone.
  if (words.some((word) => !/\p{L}/u.test(word))) return true;
  // Distribution lists: "DL-Contoso-Board".
  if (/^(?:DL|DG|GRP|LIST)[-_\s]/.test(name)) return true;
  return isCompany(name) && (!name.includes(',') || isOnlyLegalForm(name.slice(name.lastIndexOf(',') + 1).trim()));
}

/** "Jane und John Doe", "Maria e Paulo Silva"; "von und zu" and "Ortega y Gasset" join parts of one surname. */
function isCouple(words: readonly string[]): boolean {
  return words.some((word, i) => {
    const [before = '', behind = ''] = [words[i - 1], words[i + 1]];
    if (before === '' || behind === '' || particles.has(bareWord(before))) return false;
    return /^(?:und|et|og|och|en)$/.test(word) || (i === 1 && /^(?:y|e|i|a|и|та)$/u.test(word));
  });
}
