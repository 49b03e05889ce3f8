import { categoryColors, isCategoryColor } from '#domain/category';
import { en } from '../../src/taskpane/text/en';

it('knows Outlook\'s twenty-five colours and none, each under a name of its own', () => {
  expect(categoryColors).toHaveLength(26);
  expect(new Set(categoryColors.map((color) => en.categoryColors[color])).size).toBe(26);
});

it('tells a colour from what is none', () => {
  expect(categoryColors.every(isCategoryColor)).toBe(true);
  expect(['preset25', 'Preset0', 'red', '', null, 0].some(isCategoryColor)).toBe(false);
});
