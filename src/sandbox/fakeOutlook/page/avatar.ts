import { element } from './element.ts';

const colours = 8;

/** Initials on a colour that is always the same for the same name. */
export function avatar(name: string, size: 'small' | 'large' = 'small'): HTMLElement {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return element('span', { class: `avatar avatar-${size} avatar-${sum % colours}`, 'aria-hidden': 'true' }, initials(name));
}

function initials(name: string): string {
  const words = name.replace(/\(.*?\)/g, '').split(/[\s,]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => (word === undefined ? '' : [...word][0] ?? ''));
  return letters.join('').toLocaleUpperCase() || '?';
}
