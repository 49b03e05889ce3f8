import { acts } from '#app/acts';
import { outbox } from '#app/outbox';
import { memoryStore } from '#store/memoryStore';
import { fields } from '../support/contactBuilder.ts';
import { contactServer } from '../support/contactServer.ts';

describe('changes that are sent side by side', () => {
  it('all come to their end, however their answers fall together', async () => {
    const graph = contactServer();
    const store = memoryStore();
    let id = 0;
    let calls = 0;
    // Each answer takes a different number of turns, so that some come while others are just being written down.
    const { createContact } = graph.server;
    (graph.server as { createContact: typeof createContact }).createContact = async (...given) => {
      calls += 1;
      for (let turns = (calls * 7) % 61; turns > 0; turns -= 1) await null;
      return createContact(...given);
    };
    const box = outbox({ journal: store.journal, server: graph.server, me: 'pane', width: 20, now: () => Date.now(), after: () => () => {} });
    const doing = acts({
      journal: store.journal, now: () => Date.now(), newId: () => `id-${++id}`, send: () => {}, get: (one) => store.get(one), extrasOf: async () => new Map(),
    });
    await doing.createMany(Array.from({ length: 200 }, (_, n) => ({ fields: fields({ displayName: `P ${n}`, emailAddresses: [{ name: '', address: `p${n}@x.example` }] }), folderId: null })));
    await box.run();
    expect((await store.journal.list()).filter(({ state }) => state !== 'done')).toEqual([]);
    expect(graph.all()).toHaveLength(200);
  });
});
