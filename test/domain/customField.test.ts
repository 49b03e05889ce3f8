import fc from 'fast-check';
import { fieldIdFrom, isCustomValues, readCustomFields } from '#domain/customField';

describe('the id of a new field', () => {
  it.each([
    ['Shoe size', [], 'shoeSize'], ['Größe (EU)', [], 'groEEu'], ['École', [], 'ecole'], ['靴', [], 'field'], ['2nd visit', [], 'field2ndVisit'],
    ['Id', [], 'id2'], ['Shoe size', ['shoesize'], 'shoeSize2'], ['', ['field', 'field2'], 'field3'],
  ] as const)('%s beside %j is %s', (label, taken, id) => { expect(fieldIdFrom(label, taken)).toBe(id); });

  it('can be the name of a property and is nobody else\'s, whatever the label', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 }), (labels) => {
      const ids: string[] = [];
      for (const label of labels) ids.push(fieldIdFrom(label, ids));
      expect(ids.every((id) => /^[A-Za-z][A-Za-z0-9]*$/.test(id))).toBe(true);
      expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
    }));
  });
});

describe('stored definitions', () => {
  const field = { id: 'shoeSize', label: 'Shoe size', kind: 'number', choices: [], source: 'own' };
  it('come back as they were', () => {
    const all = [field, { id: 'plan', label: 'Plan', kind: 'choice', choices: ['A', 'B'], source: 'own' }, { id: 'org:cost', label: 'cost', kind: 'text', choices: [], source: 'organisation' }];
    expect(readCustomFields(JSON.parse(JSON.stringify(all)))).toEqual(all);
  });
  it('leave out what cannot be read, and the second of one id', () => {
    expect(readCustomFields([null, {}, { ...field, kind: 'x' }, { ...field, id: 'a b' }, { ...field, id: 'org:x' }, { ...field, label: ' ' }, field, { ...field, label: 'Again' }])).toEqual([field]);
    expect(readCustomFields('no list')).toEqual([]);
  });
  it('give choices to a choice only, and only text', () => {
    expect(readCustomFields([{ ...field, choices: ['x'] }, { id: 'c', label: 'C', kind: 'choice', choices: ['a', 1, null], source: 'own' }]).map(({ choices }) => choices)).toEqual([[], ['a']]);
  });
  it('never throw', () => { fc.assert(fc.property(fc.jsonValue(), (raw) => { readCustomFields(raw); isCustomValues(raw); })); });
});

it('values are text, numbers and yes or no', () => {
  expect(isCustomValues({ a: '', b: 1.5, c: false })).toBe(true);
  expect([{ a: null }, { a: [] }, { a: {} }, { a: Number.NaN }, [], null].some(isCustomValues)).toBe(false);
});
