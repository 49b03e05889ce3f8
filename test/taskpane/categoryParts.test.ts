import { categoryColors } from '#domain/category';
import { followUpDone, followUpOn, noFollowUp } from '#domain/followUp';
import { categoryMarks, wishOf } from '../../src/taskpane/parts/categoryMarks.ts';
import { lookColors, shadeOf } from '../../src/taskpane/parts/categoryShades.ts';
import { followUpText } from '../../src/taskpane/parts/followUpText.ts';
import { en } from '../../src/taskpane/text/en.ts';
import { categoryColorNames } from '../../src/taskpane/text/en/categoryColors.ts';

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, n) => sum + part * ([0.2126, 0.7152, 0.0722][n] ?? 0), 0);
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the shades of categories', () => {
  it.each(['light', 'dark'] as const)('let every name be read on its ground, and every swatch be told from it, in the %s look', (look) => {
    const { text, line, page } = lookColors[look];
    for (const color of categoryColors) {
      const { ground } = shadeOf(color, look);
      expect(contrast(text, ground ?? page)).toBeGreaterThanOrEqual(7);
      expect(contrast(line, ground ?? page)).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(['light', 'dark', 'contrast'] as const)('are 25 different ones with 26 different names in the %s look', (look) => {
    expect(new Set(categoryColors.map((color) => shadeOf(color, look).fill)).size).toBe(26);
    expect(new Set(Object.values(categoryColorNames)).size).toBe(26);
  });
});

describe('what is ticked for several contacts', () => {
  const both = [{ categories: ['Board', 'Golf'] }, { categories: ['board'] }];

  it('knows what is on all of them and what on some, whatever the case', () => {
    expect([...categoryMarks(both)].map(([subject, { mark }]) => [subject, mark])).toEqual([['category:board', 'all'], ['category:golf', 'some']]);
  });

  it('asks for nothing that is so already', () => {
    const ticks = new Map([
      ['category:board', { name: 'Board', on: true }], ['category:golf', { name: 'Golf', on: true }],
      ['category:press', { name: 'Press', on: false }], ['category:sea', { name: 'Sea', on: true }],
    ]);
    expect(wishOf(both, ticks)).toEqual({ add: ['Golf', 'Sea'], remove: [] });
    expect(wishOf(both, new Map([['category:golf', { name: 'Golf', on: false }]]))).toEqual({ add: [], remove: ['Golf'] });
  });
});

describe('a follow-up in words', () => {
  const monday = '2026-11-23';
  const say = (flag: Parameters<typeof followUpText>[1], language = 'en-GB') => followUpText(en, flag, monday, language);

  it('is a day in the language of the person, and the same day in every time zone', () => {
    expect(say(followUpOn('thisWeek', monday))).toBe('Follow up by Fri 27 November');
    expect(say(followUpOn('thisWeek', monday), 'de-DE')).toBe('Follow up by Fr., 27. November');
    expect(say(followUpOn({ day: '2027-01-04' }, monday))).toBe('Follow up by Mon, 4 January 2027');
  });

  it('is a word where there is one', () => {
    expect([say(noFollowUp), say(followUpOn('today', monday)), say(followUpOn('tomorrow', monday)), say(followUpOn('noDate', monday))])
      .toEqual(['', 'Follow up today', 'Follow up tomorrow', 'Follow up, no date']);
    expect(say(followUpDone(monday))).toBe('Followed up on Mon 23 November');
    expect(say(followUpOn({ day: '2026-11-02' }, monday))).toBe('Overdue since Mon 2 November');
  });
});
