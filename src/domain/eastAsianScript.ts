/** Chinese characters, kana, Hangul: written without blanks, the family name first. */
const script = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・]+$/u;

export const isEastAsian = (text: string): boolean => script.test(text.replace(/\s/gu, ''));
