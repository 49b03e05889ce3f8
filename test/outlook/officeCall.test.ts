import fc from 'fast-check';
import { failed } from '#domain/result';
import { officeCall } from '#outlook/officeCall';

it('gives what Office gives', async () => {
  expect(await officeCall<number>((done) => done({ status: 'succeeded', value: 7 } as unknown as Office.AsyncResult<number>))).toEqual({ ok: true, value: 7 });
});

it.each([
  [9041, { kind: 'offline' }], [9038, { kind: 'accessDenied' }], [9030, { kind: 'abandoned' }], [9049, { kind: 'gone' }],
  [5001, { kind: 'refused', code: '5001', message: '' }],
])('reads the code %i and leaves the text behind', async (code, problem) => {
  const answer = { status: 'failed', error: { code, name: 'n', message: 'anna@x.example' } } as unknown as Office.AsyncResult<number>;
  expect(await officeCall<number>((done) => done(answer))).toEqual(failed(problem));
});

it('ends by its own clock when Office never calls back', async () => {
  expect(await officeCall(() => undefined, 5)).toEqual(failed({ kind: 'noAnswer', from: 'outlook' }));
});

it('takes a call that throws for a refusal', async () => {
  const thrown = officeCall(() => { throw new Error('Invalid operation when Office.context.mailbox.item is null.'); });
  expect(await thrown).toEqual(failed({ kind: 'refused', code: 'Error', message: '' }));
});

it('has a result for whatever is called back or thrown', async () => {
  await fc.assert(fc.asyncProperty(fc.anything(), fc.boolean(), async (thing, throws) => {
    const result = await officeCall((done) => {
      if (throws) throw thing;
      done(thing as Office.AsyncResult<unknown>);
    });
    expect(typeof result.ok).toBe('boolean');
  }), { numRuns: 300 });
});
