import { draftFromPerson } from '#domain/contactDraft';
import type { Steps } from '../../src/taskpane/features/people/keptSteps.ts';
import { readSteps, stepsDraft } from '../../src/taskpane/features/people/stepsDraft.ts';
import { person } from '../support/contactBuilder.ts';

const people = [person('Jane Doe (Contoso)', 'jane@contoso.example'), person('Bo Quist', 'bo@adatum.example')];
const starts = people.map(draftFromPerson);

describe('what is typed while going over new people', () => {
  const steps: Steps = {
    steps: people.map((one, n) => ({ person: one, fields: { ...draftFromPerson(one), ...(n === 0 ? { givenName: 'Janet', companyName: '' } : {}) }, skipped: n === 1 })),
    at: 1, options: { folderId: 'suppliers', categories: ['Family'] },
  };

  it('comes back from storage as it was', () => {
    expect(readSteps(structuredClone(stepsDraft(steps, starts)))).toEqual(steps);
  });

  it('is kept small: of those nobody touched the name alone', () => {
    expect(JSON.stringify(stepsDraft(steps, starts)).length).toBeLessThan(600);
  });

  it.each([null, 'text', {}, { steps: [] }, { steps: [{ person: { name: 1 } }] }, { steps: 'many', at: 0 }])('is nothing where %j lies', (value) => {
    expect(readSteps(value)).toBeNull();
  });

  it('is made whole where a part is damaged', () => {
    expect(readSteps({ steps: [{ person: { name: 'Bo Quist', address: 'bo@x.example', roles: ['to', 'king'], response: 'maybe' }, typed: { surname: 3, givenName: 'Boris' } }], at: 99 }))
      .toMatchObject({ at: 1, options: { folderId: null, categories: [] }, steps: [{ person: { roles: ['to'], response: 'none' }, skipped: false, fields: { givenName: 'Boris', surname: 'Quist' } }] });
  });
});
