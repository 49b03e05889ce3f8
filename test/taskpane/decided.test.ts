import type { Change, ChangeState } from '#domain/change';
import { decidedOn } from '../../src/taskpane/features/status/useDecided.ts';
import { groupsOf } from '../../src/taskpane/groups.ts';
import { contact } from '../support/contactBuilder.ts';

const change = (id: string, state: ChangeState, more: Partial<Change> = {}): Change => ({
  id, group: id, at: 1, state, label: 'updated', name: 'Ana', undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null,
  act: { kind: 'update', contactId: 'ana', before: contact(), patch: { jobTitle: 'Chief' } }, ...more,
});

describe('what the person decided last', () => {
  it.each([
    ['a dispute that is settled', 'waiting', 'a'], ['one that was sent at once', 'done', 'a'],
    ['not one that was given up', 'dropped', null], ['not one that is still open', 'disputed', null],
  ] as const)('%s', (_, state, id) => {
    expect(decidedOn(['a'], groupsOf([change('b', 'done'), change('a', state)]))).toBe(id);
  });
});
