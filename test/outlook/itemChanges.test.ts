import type { Problem } from '#domain/problem';
import type { OpenItem } from '#domain/personOnItem';
import { followItem } from '#outlook/itemChanges';
import type { FakeOffice } from './fakeOffice.ts';
import { asked, draft, installOffice, mail, person, uninstallOffice } from './fakeOffice.ts';

let stop: () => void = () => undefined;
beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => {
  stop();
  uninstallOffice();
  jest.useRealTimers();
});

const from = (name: string) => mail({ subject: name, from: person(name, `${name}@x.example`) });
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

async function follow(item: unknown) {
  const office: FakeOffice = installOffice({ item });
  const told: (OpenItem | null)[] = [];
  const problems: Problem[] = [];
  const followed = followItem((open) => told.push(open), { onProblem: (problem) => problems.push(problem) });
  stop = followed.stop;
  await pass(1);
  const change = (next: unknown) => {
    office.context.mailbox.item = next;
    office.fire('olkItemSelectedChanged');
  };
  return { office, told, problems, change, ...followed, subjects: () => told.map((open) => open?.subject ?? null) };
}

it('tells of the item at hand at once', async () => {
  const { told } = await follow(from('a'));
  expect(told).toMatchObject([{ subject: 'a', key: 1 }]);
});

it('waits for quiet while somebody runs through the mails, and tells of the last one only', async () => {
  const { subjects, told, change } = await follow(from('a'));
  for (const name of ['b', 'c', 'd', 'e']) {
    change(from(name));
    await pass(50);
  }
  await pass(150);
  expect(subjects()).toEqual(['a', 'e']);
  expect(told[1]?.key).toBeGreaterThan(told[0]?.key ?? 0);
});

it('drops the late answer of a draft that is no longer open', async () => {
  const { subjects, change } = await follow(draft(asked([], { ms: 400 })));
  change(from('b'));
  await pass(1000);
  expect(subjects()).toEqual(['b']);
});

it('reads an empty item again before it believes it', async () => {
  const { subjects, change, office } = await follow(from('a'));
  change(null);
  await pass(200);
  office.context.mailbox.item = from('b');
  await pass(200);
  expect(subjects()).toEqual(['a', 'b']);
});

it('tells calmly that there is no item', async () => {
  const { subjects, change } = await follow(from('a'));
  change(undefined);
  await pass(900);
  expect(subjects()).toEqual(['a', null]);
  await pass(5000);
  expect(subjects()).toHaveLength(2);
});

it('hears of people added to a draft, under the same key, and not of those added to an earlier one', async () => {
  const first = draft(asked([person('Ben', 'ben@x.example')]));
  const { told, change } = await follow(first);
  first.to = asked([person('Ben', 'ben@x.example'), person('Cy', 'cy@x.example')]);
  first.fire('olkRecipientsChanged');
  first.fire('olkRecipientsChanged');
  await pass(200);
  expect(told.map((open) => [open?.key, open?.people.length])).toEqual([[1, 1], [1, 2]]);
  const second = draft();
  change(second);
  await pass(200);
  expect([first.handlerCount(), second.handlerCount(), told.length]).toEqual([0, 1, 3]);
  first.fire('olkRecipientsChanged');
  await pass(200);
  expect(told).toHaveLength(3);
});

it('finds out on a check what the host did not tell', async () => {
  const { subjects, told, check, office } = await follow(from('a'));
  check();
  await pass(10);
  expect(subjects()).toEqual(['a']);
  office.context.mailbox.item = from('b');
  check();
  await pass(10);
  expect(subjects()).toEqual(['a', 'b']);
  expect(told[1]?.key).toBe(2);
});

it('takes a second "ready" for the event that it stands for', async () => {
  const { subjects, office } = await follow(from('a'));
  office.context.mailbox.item = from('b');
  office.readyAgain();
  await pass(10);
  expect(subjects()).toEqual(['a', 'b']);
});

it('shows nobody and says why when an item cannot be read', async () => {
  const denied = asked([], { code: 9038 });
  const { subjects, problems, change } = await follow(from('a'));
  change(draft(denied, { cc: denied, bcc: denied }));
  await pass(300);
  expect(subjects()).toEqual(['a', null]);
  expect(problems).toEqual([{ kind: 'accessDenied' }]);
});

it('is silent and holds no handler after it was stopped', async () => {
  const item = draft();
  const { told, stop: end, change, office } = await follow(item);
  change(from('b'));
  end();
  await pass(1000);
  expect([told.length, office.handlerCount(), item.handlerCount()]).toEqual([1, 0, 0]);
});

it('gets along with a host that has no events', async () => {
  const told: (OpenItem | null)[] = [];
  installOffice({ item: from('a'), mailbox: { addHandlerAsync: undefined, removeHandlerAsync: () => { throw new Error('no'); } } });
  const followed = followItem((open) => told.push(open));
  await pass(1);
  followed.stop();
  expect(told).toHaveLength(1);
});
