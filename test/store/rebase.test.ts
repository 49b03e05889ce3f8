import { rebase } from '#store/rebase';
import { contact } from '../support/contactBuilder.ts';

describe('a later change, after an earlier one came out otherwise', () => {
  const change = (before: string[], after: string[]) =>
    ({ kind: 'update', contactId: 'ana', before: { ...contact({ id: 'ana' }), businessPhones: before }, patch: { businessPhones: after } }) as const;

  it('keeps what it did to a list itself, on top of what is there now', () => {
    expect(rebase(change(['1'], ['1', '2']), { businessPhones: ['1'] }, { businessPhones: ['3'] })).toMatchObject({ patch: { businessPhones: ['3', '2'] } });
  });

  it('leaves it to the person when both together are more than Graph takes', () => {
    const rebased = rebase(change(['1'], ['1', '2']), { businessPhones: ['1'] }, { businessPhones: ['1', '3'] });
    // Against what it was made from, so that sending it finds the clash instead of writing over the other number.
    expect(rebased).toMatchObject({ before: { businessPhones: ['1'] }, patch: { businessPhones: ['1', '2'] } });
  });
});
