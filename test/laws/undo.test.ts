import { extraNames } from '#domain/extras';
import fc from 'fast-check';
import { acts } from '#app/acts';
import { outbox } from '#app/outbox';
import { emptyFields, emptyPostalAddress, fieldsOf } from '#domain/contact';
import type { Contact, ContactFields } from '#domain/contact';
import { memoryStore } from '#store/memoryStore';
import { contact } from '../support/contactBuilder.ts';
import { contactServer } from '../support/contactServer.ts';

const text = fc.string({ maxLength: 6 });
const texts = (most: number) => fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: most });
const address = fc.record({ street: text, city: text, state: text, countryOrRegion: text, postalCode: text });
const email = fc.record({ name: text, address: fc.nat(30).map((n) => `p${n}@x.example`) });
const someFields: fc.Arbitrary<Partial<ContactFields>> = fc.record({
  displayName: text, givenName: text, surname: text, jobTitle: text, personalNotes: text, birthday: fc.constantFrom('', '1974-07-22'),
  categories: texts(3), businessPhones: texts(2), children: texts(2), homeAddress: fc.oneof(fc.constant(emptyPostalAddress), address),
  emailAddresses: fc.uniqueArray(email, { maxLength: 3, selector: (one) => one.address }),
}, { requiredKeys: [] });

const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('update' as const), who: fc.nat(9), fields: someFields }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('create' as const), who: fc.nat(9), fields: someFields }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), who: fc.nat(9), fields: fc.constant({}) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** A pane over a small server, with these contacts in both. */
async function setUp(there: readonly Contact[]) {
  const graph = contactServer(...there);
  for (const [at, one] of there.entries()) if (at % 2 === 0) graph.photos.set(one.id, btoa(`picture of ${one.id}`));
  const store = memoryStore();
  for (const one of there) await store.put(one);
  let time = Date.UTC(2026, 0, 1);
  let id = 0;
  const box = outbox({ journal: store.journal, server: graph.server, me: 'pane', now: () => time, after: () => () => undefined });
  const doing = acts({ journal: store.journal, now: () => (time += 2_000), newId: () => `id-${++id}`, send: () => undefined, get: (one) => store.get(one),
    extrasOf: async (ids) => new Map([...await store.extras.read(ids, extraNames)].map(([one, { extras }]) => [one, extras])),
  });
  return {
    store, box, doing,
    async run({ do: what, who, fields }: Act): Promise<void> {
      const all = await store.search('', 100);
      const chosen = all[who % Math.max(1, all.length)];
      if (what === 'create') await doing.create({ ...emptyFields, ...fields }, null);
      else if (chosen && what === 'update') await doing.update(chosen, { ...fieldsOf(chosen), ...fields });
      else if (chosen) await doing.remove(chosen);
    },
    groups: async () => [...new Set((await store.journal.list()).map((change) => change.group))],
    /** What there is, without what only Graph decides (ids, keys, times). */
    seen: async () => ({
      graph: graph.all().map((one) => JSON.stringify([fieldsOf(one), one.parentFolderId, graph.photos.get(one.id) ?? null])).sort(),
      store: (await store.search('', 100)).map((one) => JSON.stringify([fieldsOf(one), one.parentFolderId])).sort(),
    }),
  };
}

const people = fc.array(someFields, { maxLength: 3 }).map((all) => all.map((fields, n) => contact({ ...fields, id: `there-${n}`, parentFolderId: 'suppliers' })));

describe('whatever the person does', () => {
  it('is as it was before when all of it is undone, last first, and as it was done when that is undone too', async () => {
    await fc.assert(fc.asyncProperty(people, fc.array(fc.tuple(act, fc.boolean()), { maxLength: 8 }), fc.boolean(), async (there, done, sendsBetween) => {
      const pane = await setUp(there);
      const before = await pane.seen();
      for (const [one, isSent] of done) {
        await pane.run(one);
        if (isSent) await pane.box.run();
      }
      const all = await pane.groups();
      await pane.box.run();
      const after = await pane.seen();
      for (const group of all) {
        await pane.doing.undo(group);
        if (sendsBetween) await pane.box.run();
      }
      await pane.box.run();
      expect(await pane.seen()).toEqual(before);
      const undos = (await pane.groups()).filter((group) => !all.includes(group));
      for (const group of undos) {
        await pane.doing.undo(group);
        if (sendsBetween) await pane.box.run();
      }
      await pane.box.run();
      expect(await pane.seen()).toEqual(after);
      expect((await pane.store.journal.list()).every(({ state }) => state === 'done' || state === 'undone')).toBe(true);
    }), { numRuns: 300 });
  }, 60_000);

  it('is nothing when all of it is undone before any of it was sent', async () => {
    await fc.assert(fc.asyncProperty(people, fc.array(act, { maxLength: 8 }), async (there, done) => {
      const pane = await setUp(there);
      const before = await pane.seen();
      for (const one of done) await pane.run(one);
      for (const group of await pane.groups()) await pane.doing.undo(group);
      await pane.box.run();
      expect(await pane.seen()).toEqual(before);
      expect((await pane.store.journal.list()).every(({ state }) => state === 'dropped')).toBe(true);
    }), { numRuns: 300 });
  }, 60_000);
});
