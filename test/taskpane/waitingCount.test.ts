import type { Change, ChangeState } from '#domain/change';
import { waitingCount } from '../../src/taskpane/features/status/waitingCount.ts';
import { contact } from '../support/contactBuilder.ts';

const change = (id: string, state: ChangeState, more: Partial<Change> = {}): Change => ({
  id, group: id, at: 1, state, label: 'updated', name: 'Ana', undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null,
  act: { kind: 'update', contactId: 'ana', before: contact(), patch: {} }, ...more,
});

describe('what waits to be sent', () => {
  it('is counted with what is just being sent', () => {
    const problem = { kind: 'busy', retryAfterMs: 1 } as const;
    expect(waitingCount([change('a', 'waiting', { problem }), change('b', 'sending'), change('c', 'waiting'), change('d', 'done')])).toBe(3);
  });
  it('is not worth a word while it moves', () => {
    expect(waitingCount([change('b', 'sending'), change('c', 'waiting')])).toBe(0);
  });
});
