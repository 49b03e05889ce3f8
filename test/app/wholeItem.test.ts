import { wholeItem } from '#app/wholeItem';
import type { OpenItem, PersonOnItem } from '#domain/personOnItem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import { mergePeople } from '#outlook/mergePeople';

const on = (address: string, roles: PersonOnItem['roles'] = ['to'], more: Partial<PersonOnItem> = {}): PersonOnItem => ({ name: '', address, roles, response: 'none', ...more });
const mail = (id: string, people: readonly PersonOnItem[] = [on('ann@x.example')], key = 1): OpenItem =>
  ({ key, kind: 'messageRead', subject: '', people, mayHaveMore: true, id });

function setUp() {
  const shown: (OpenItem | null)[] = [];
  const reads = new Map<string, (answer: Result<readonly PersonOnItem[]>) => void>();
  const asked = (key: string) => new Promise<Result<readonly PersonOnItem[]>>((answer) => { reads.set(key, answer); });
  const whole = wholeItem({
    people: { show: async (item) => { shown.push(item); }, unreadable: () => undefined, leaving: () => undefined },
    read: (_kind, id) => asked(id), membersOf: asked, merge: mergePeople,
  });
  const last = () => shown.at(-1) ?? null;
  return { whole, shown, last, addresses: () => last()?.people.map(({ address }) => address), answer: (key: string, result: Result<readonly PersonOnItem[]>) => reads.get(key)?.(result) };
}

it('shows everybody, and that it is everybody', async () => {
  const { whole, last, addresses, answer } = setUp();
  await whole.show(mail('a'));
  const reading = whole.readWholeItem(mail('a'));
  answer('a', ok([on('Ann@x.example', ['cc']), on('bo@x.example', ['cc'])]));
  expect(await reading).toEqual(ok(null));
  expect(addresses()).toEqual(['ann@x.example', 'bo@x.example']);
  expect(last()).toMatchObject({ whole: true, mayHaveMore: false, people: [{ roles: ['to', 'cc'] }, {}] });
});

it('keeps it when Outlook tells of the same item again, and forgets it with the next', async () => {
  const { whole, last, addresses, answer } = setUp();
  await whole.show(mail('a'));
  const reading = whole.readWholeItem(mail('a'));
  answer('a', ok([on('bo@x.example')]));
  await reading;
  await whole.show(mail('a', [on('ann@x.example'), on('cy@x.example')], 2));
  expect(addresses()).toEqual(['ann@x.example', 'cy@x.example', 'bo@x.example']);
  await whole.show(mail('b'));
  expect(last()).toEqual(mail('b'));
  await whole.show(mail('a'));
  expect(last()).toEqual(mail('a'));
});

it.each([
  ['another item', (whole: ReturnType<typeof setUp>['whole']) => whole.show(mail('b'))],
  ['no item', (whole: ReturnType<typeof setUp>['whole']) => whole.show(null)],
  ['the way to another', async (whole: ReturnType<typeof setUp>['whole']) => whole.leaving()],
  ['what cannot be read', async (whole: ReturnType<typeof setUp>['whole']) => whole.unreadable({ kind: 'accessDenied' })],
])('drops an answer that finds %s', async (_, goOn) => {
  const { whole, shown, answer } = setUp();
  await whole.show(mail('a'));
  const reading = whole.readWholeItem(mail('a'));
  await goOn(whole);
  const before = shown.length;
  answer('a', ok([on('bo@x.example')]));
  expect(await reading).toEqual(failed({ kind: 'abandoned' }));
  expect(shown).toHaveLength(before);
});

it('hands on why it could not be read, and leaves the list alone', async () => {
  const { whole, last, answer } = setUp();
  await whole.show(mail('a'));
  const reading = whole.readWholeItem(mail('a'));
  answer('a', failed({ kind: 'offline' }));
  expect(await reading).toEqual(failed({ kind: 'offline' }));
  expect(last()).toEqual(mail('a'));
  const { id, ...draft } = mail('a');
  expect(id).toBe('a');
  expect(await whole.readWholeItem(draft)).toEqual(failed({ kind: 'gone' }));
});

it('puts the members of a group in its roles, as long as it is on the item', async () => {
  const { whole, last, addresses, answer } = setUp();
  const team = on('Team@x.example', ['sender', 'cc']);
  const { id: _, ...draft } = mail('a', [on('ann@x.example'), team]);
  await whole.show(draft);
  const reading = whole.readGroup(draft, team);
  answer('Team@x.example', ok([on('Ann@x.example', []), on('bo@x.example', [])]));
  expect(await reading).toEqual(ok(2));
  expect(last()?.people.map(({ address, roles }) => `${address} ${roles.join('+')}`)).toEqual(['ann@x.example to+cc', 'Team@x.example sender+cc', 'bo@x.example cc']);
  await whole.show({ ...draft, people: [on('ann@x.example')] });
  expect(addresses()).toEqual(['ann@x.example']);
});
