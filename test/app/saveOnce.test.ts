import { acts } from '#app/acts';
import { saveOnce } from '#app/saveOnce';
import { memoryStore } from '#store/memoryStore';
import { fields } from '../support/contactBuilder.ts';

function setUp() {
  const store = memoryStore();
  let id = 0;
  const doing = acts({
    journal: store.journal, now: () => Date.now(), newId: () => `id-${++id}`, send: () => {}, get: (one) => store.get(one), extrasOf: async () => new Map(),
  });
  const pane = () => saveOnce((all) => store.lookUpEach(all), doing.createMany);
  const created = async () => (await store.journal.list()).map(({ name }) => name);
  return { doing, pane, created };
}
const person = (name: string, address: string) => ({ fields: fields({ displayName: name, emailAddresses: address === '' ? [] : [{ name, address }] }), folderId: null });
const both = [person('Ana', 'ana@x.example'), person('Bo', 'bo@x.example')];

it('saves everybody once, though the button is clicked twice', async () => {
  const { pane, created } = setUp();
  const createMany = pane();
  const [first, second] = await Promise.all([createMany(both), createMany(both)]);
  expect(first).not.toBeNull();
  expect(second).toBeNull();
  expect(await created()).toHaveLength(2);
});

it('saves only the others when another pane was quicker with one of them', async () => {
  const { pane, created } = setUp();
  await pane()([person('Ana', 'ANA@x.example')]);
  await pane()(both);
  expect([...await created()].sort()).toEqual(['Ana', 'Bo']);
});

it('saves whoever was taken back once more', async () => {
  const { doing, pane, created } = setUp();
  const createMany = pane();
  await doing.undo((await createMany(both))!);
  expect(await createMany(both)).not.toBeNull();
  expect(await created()).toHaveLength(4);
});

it('goes on after a saving that failed, and leaves those without an address alone', async () => {
  const { doing } = setUp();
  let down = true;
  const createMany = saveOnce(async () => [], (contacts) => (down ? Promise.reject(new Error('down')) : doing.createMany(contacts)));
  await expect(createMany(both)).rejects.toThrow('down');
  down = false;
  expect(await createMany([person('Nobody', '')])).not.toBeNull();
});
