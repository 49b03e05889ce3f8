import { readPerson } from '../../../src/sandbox/fakeOutlook/page/composeView.ts';

describe('a person typed into a draft', () => {
  it.each([
    ['Sean O\'Neil <sean@x.example>', { name: "Sean O'Neil", address: 'sean@x.example' }],
    ['sean@x.example', { name: 'sean@x.example', address: 'sean@x.example' }],
    [' <sean@x.example> ', { name: 'sean@x.example', address: 'sean@x.example' }],
  ])('is read from %s', (text, person) => { expect(readPerson(text)).toEqual(person); });

  it.each(['', 'Sean', 'Sean <nowhere>', 'a@b <'])('stays unresolved: %s', (text) => { expect(readPerson(text)).toBeNull(); });
});
