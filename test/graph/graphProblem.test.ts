import fc from 'fast-check';
import { graphProblem } from '#graph/graphProblem';
import { graphError } from './scriptedGraph.ts';

const problemOf = (status: number, body: unknown = null, headers: Record<string, string> = {}) =>
  graphProblem({ status, body, header: (name) => headers[name] ?? null });

it.each([
  [403, graphError('ErrorAccessDenied'), { kind: 'accessDenied' }],
  [404, graphError('ErrorItemNotFound'), { kind: 'gone' }],
  [404, graphError('ErrorFolderNotFound'), { kind: 'gone' }],
  [404, graphError('MailboxNotEnabledForRESTAPI'), { kind: 'mailboxUnsupported' }],
  [403, graphError('MailboxNotEnabledForRESTAPI'), { kind: 'mailboxUnsupported' }],
  [404, graphError('ErrorNonExistentMailbox'), { kind: 'mailboxUnsupported' }],
  [410, graphError('SyncStateNotFound'), { kind: 'bookmarkExpired' }],
  [410, null, { kind: 'bookmarkExpired' }],
  [404, graphError('syncStateNotFound'), { kind: 'bookmarkExpired' }],
  [400, graphError('resyncRequired'), { kind: 'bookmarkExpired' }],
  [412, graphError('ErrorIrresolvableConflict'), { kind: 'changedElsewhere' }],
  [409, null, { kind: 'changedElsewhere' }],
  [409, graphError('ErrorFolderExists', 'Taken.'), { kind: 'refused', code: 'ErrorFolderExists', message: 'Taken.' }],
  [400, graphError('ErrorPropertyValidationFailure', 'Too long.'), { kind: 'refused', code: 'ErrorPropertyValidationFailure', message: 'Too long.' }],
  [501, graphError('NotImplemented', 'No.'), { kind: 'refused', code: 'NotImplemented', message: 'No.' }],
  [418, 'tea', { kind: 'refused', code: '418', message: '' }],
] as const)('reads %i %j', (status, body, problem) => {
  expect(problemOf(status, body)).toEqual(problem);
});

it('finds a code that is nested in innerError', () => {
  const body = { error: { code: 'BadRequest', message: '', innerError: { code: 'x', innerError: { code: 'SyncStateNotFound' } } } };
  expect(problemOf(400, body)).toEqual({ kind: 'bookmarkExpired' });
});

it('keeps what support asks for when Graph failed by itself', () => {
  expect(problemOf(500, null, { 'request-id': 'r1' })).toEqual({ kind: 'serverTrouble', status: 500, requestId: 'r1' });
  expect(problemOf(502, { error: { innerError: { 'request-id': 'r2' } } })).toEqual({ kind: 'serverTrouble', status: 502, requestId: 'r2' });
});

it('takes no address along in the message Graph gave', () => {
  const problem = problemOf(400, graphError('X', "The address 'anna@contoso.example' is wrong."));
  expect(JSON.stringify(problem)).not.toContain('anna');
});

it('has a problem for whatever body comes', () => {
  fc.assert(fc.property(fc.integer({ min: 300, max: 599 }), fc.jsonValue(), (status, body) => {
    expect(typeof problemOf(status, body).kind).toBe('string');
    expect(typeof problemOf(status, { error: body }).kind).toBe('string');
  }), { numRuns: 300 });
});
