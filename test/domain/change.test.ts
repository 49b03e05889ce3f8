import type { Act, Change, ChangeState } from '#domain/change';
import { canMove, isLocalId, isPending, mayBeGivenUp, nextStates, withChanges } from '#domain/change';
import { contact } from '../support/storedContacts';
import { creating, deleting, made, named, updating } from '../suites/madeChanges';

const states = Object.keys(nextStates) as ChangeState[];
const changes = (...acts: Act[]): Change[] => acts.map((act, i) => made(String(i), act));

describe('the states of a change', () => {
  it('can all be reached, and lead back from doing to undoing and from undoing to doing', () => {
    const reached = new Set<ChangeState>(['waiting']);
    for (const state of reached) for (const next of nextStates[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...states].sort());
    expect([canMove('done', 'undone'), canMove('undone', 'done'), canMove('dropped', 'waiting'), canMove('done', 'dropped')])
      .toEqual([true, true, false, false]);
    expect(states.filter((state) => mayBeGivenUp({ state }))).toEqual(['waiting', 'disputed', 'refused']);
  });

  it('all have a way out while the change is pending, and none back into it afterwards', () => {
    for (const state of states) {
      if (isPending({ state })) expect(nextStates[state].length).toBeGreaterThan(0);
      else expect(nextStates[state].some((next: ChangeState) => isPending({ state: next }))).toBe(false);
    }
  });
});

describe('a contact with changes laid over it', () => {
  const ana = contact('ana', { name: 'Ana' });

  it('is what the server has when there are none', () => {
    expect([withChanges(ana, []), withChanges(null, [])]).toEqual([ana, null]);
  });
  it('takes them in the order they were made', () => {
    expect(withChanges(ana, changes(updating(ana, { jobTitle: 'Buyer', nickName: 'A' }), updating(ana, { jobTitle: 'Chief' }))))
      .toEqual({ ...ana, jobTitle: 'Chief', nickName: 'A' });
    expect(withChanges(ana, changes(deleting(ana), updating(ana, { jobTitle: 'Chief' })))).toBeNull();
  });
  it('is there before Graph knows of it', () => {
    const now = withChanges(null, changes(creating('bo', named('Bo')), updating(ana, { jobTitle: 'Dev' })));
    expect(now).toMatchObject({ id: 'local:bo', displayName: 'Bo', jobTitle: 'Dev', changeKey: '', parentFolderId: 'A' });
    expect(isLocalId(now?.id ?? '')).toBe(true);
  });
});
