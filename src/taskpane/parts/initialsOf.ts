/**
 * First letters of the first and the last word, in the order of the name itself: a Latin name keeps its order in a
 * page that reads from the right. '' for scripts in which two letters are no abbreviation, and for addresses.
 */
export function initialsOf(name: string): string {
  const straight = /^([^,]+),\s*([^,]+)$/.exec(name.trim());
  const words = (straight ? `${straight[2] ?? ''} ${straight[1] ?? ''}` : name)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  if (first === undefined || first.includes('@')) return '';
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(first)) return '';
  return `${[...first][0] ?? ''}${last === undefined ? '' : [...last][0] ?? ''}`.toLocaleUpperCase('en');
}
