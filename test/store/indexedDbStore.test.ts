import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openStore } from '#store/openStore';
import { contactStoreSuite } from '../suites/contactStoreSuite';

contactStoreSuite('in IndexedDB', async () => {
  const { store, problem } = await openStore({
    mailbox: 'adele@contoso.example', indexedDB: new IDBFactory(), broadcast: false, now: () => 1,
  });
  expect(problem).toBeNull();
  expect(store.kind).toBe('disk');
  return { store };
});

contactStoreSuite('in IndexedDB, with other panes listening', async () => {
  const { store } = await openStore({ mailbox: 'adele@contoso.example', indexedDB: new IDBFactory(), now: () => 1 });
  return { store };
});
