import type { CategoryColor } from '#domain/category';

/** What stands on and around a shade in a look: the page, its text, the line that keeps a swatch apart from the page. */
export const lookColors = {
  light: { page: '#ffffff', text: '#242424', line: '#616161' },
  dark: { page: '#292929', text: '#ffffff', line: '#adadad' },
} as const;

/** How much of a category's colour goes into the ground its name stands on. */
const tintShare = { light: 0.14, dark: 0.2 } as const;

/**
 * Our shades of Outlook's 25 colours, [light, dark]. Microsoft names the colours and gives no values. (Graph reference,
 * outlookCategory resource type)
 */
const shades: Readonly<Record<Exclude<CategoryColor, 'none'>, readonly [light: string, dark: string]>> = {
  preset0: ['#d6222c', '#f1707b'], preset1: ['#e8700c', '#ffa94d'], preset2: ['#8e562e', '#c08a63'], preset3: ['#f0cf00', '#ffe94d'],
  preset4: ['#13873a', '#54c46a'], preset5: ['#00857a', '#3fc8ba'], preset6: ['#7f8a1b', '#b6c154'], preset7: ['#0f6cbd', '#5caae5'],
  preset8: ['#7b3fb5', '#b68fe2'], preset9: ['#b9246a', '#ec79ac'], preset10: ['#7d97ad', '#a9bfd1'], preset11: ['#44617b', '#7292ae'],
  preset12: ['#9b9997', '#bdbbb8'], preset13: ['#5b5a5e', '#87868a'], preset14: ['#111111', '#000000'], preset15: ['#7a0d1e', '#a8323f'],
  preset16: ['#a34f06', '#c9762a'], preset17: ['#50301a', '#85603f'], preset18: ['#b39300', '#c9ae1e'], preset19: ['#0b5a22', '#2d8f48'],
  preset20: ['#004f4a', '#1b8a7f'], preset21: ['#4f5512', '#7f8830'], preset22: ['#003f7d', '#2f74b5'], preset23: ['#472171', '#7f52ad'],
  preset24: ['#6e0f3f', '#a63a70'],
};

export type Shade = {
  /** What a swatch is filled with; null for "no colour". */
  readonly fill: string | null;
  /** What a name may stand on in the page's own text colour; null for the page itself. */
  readonly ground: string | null;
};

/** In the contrast look the swatch alone has the colour: names stand on the page. */
export function shadeOf(color: CategoryColor, look: 'light' | 'dark' | 'contrast'): Shade {
  if (color === 'none') return { fill: null, ground: null };
  const [light, dark] = shades[color];
  if (look === 'contrast') return { fill: dark, ground: null };
  return look === 'light'
    ? { fill: light, ground: mixed(light, lookColors.light.page, tintShare.light) }
    : { fill: dark, ground: mixed(dark, lookColors.dark.page, tintShare.dark) };
}

function mixed(a: string, b: string, share: number): string {
  const part = (color: string, at: number) => parseInt(color.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => Math.round(part(a, at) * share + part(b, at) * (1 - share)).toString(16).padStart(2, '0')).join('')}`;
}
