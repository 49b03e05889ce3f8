import type { AddSenderOutcome } from '#app/addSender';
import { sentenceOf, tooLong } from '../../src/commands/sentences.ts';

const outcomes: readonly AddSenderOutcome[] = [
  ...(['added', 'willBeAdded', 'alreadyThere', 'unclear'] as const).map((kind) => ({ kind, name: 'Lena Hofmann' })),
  { kind: 'nobody' },
  { kind: 'problem', problem: { kind: 'signInNeeded', scopes: [] } }, { kind: 'problem', problem: { kind: 'adminConsentNeeded' } },
  { kind: 'problem', problem: { kind: 'otherAccount' } }, { kind: 'problem', problem: { kind: 'offline' } },
  { kind: 'problem', problem: { kind: 'mailboxUnsupported' } }, { kind: 'problem', problem: { kind: 'noAnswer', from: 'graph' } },
];

it.each(outcomes)('says what came of it in less than Outlook cuts off: %j', (outcome) => {
  const sentence = sentenceOf(outcome);
  expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(sentence.length).toBeLessThanOrEqual(150);
  if ('name' in outcome) expect(sentence).toContain('Lena Hofmann');
});

it('never says that somebody was added when nobody was', () => {
  for (const outcome of outcomes) expect(/is in your contacts now/.test(sentenceOf(outcome))).toBe(outcome.kind === 'added');
  expect(tooLong.length).toBeLessThanOrEqual(150);
});
