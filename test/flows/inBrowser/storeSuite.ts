import { openStore } from '#store/openStore';
import { expect } from './smallExpect.ts';
import { globals, runAll } from './smallJest.ts';

Object.assign(globalThis, globals, { expect });

/** The promise suite over the browser's own IndexedDB, a database of its own for each promise. */
export async function run(): Promise<{ readonly passed: number; readonly failed: readonly string[] }> {
  const { contactStoreSuite } = await import('../../suites/contactStoreSuite.ts');
  let count = 0;
  contactStoreSuite('in this browser', async () => {
    count += 1;
    const { store, problem } = await openStore({ mailbox: `suite-${count}@contoso.example`, now: () => 1 });
    if (problem !== null || store.kind !== 'disk') throw new Error('This browser gave no storage.');
    return { store, cleanUp: async () => { indexedDB.deleteDatabase(`contact-pane:suite-${count}@contoso.example`); } };
  });
  return runAll();
}
