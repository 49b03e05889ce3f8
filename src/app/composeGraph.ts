import { batched } from '#graph/batched';
import { categories } from '#graph/categories';
import { createGraphClient } from '#graph/client';
import type { GetToken } from '#graph/client';
import { contactFolders } from '#graph/contactFolders';
import { contacts } from '#graph/contacts';
import { contactsDelta } from '#graph/contactsDelta';
import { customValues } from '#graph/customValues';
import { followUps } from '#graph/followUps';
import { openItem } from '#graph/openItem';
import { photos } from '#graph/photos';
import type { ContactStore } from '#store/contactStore';
import { alivePanes } from '#store/paneAlive';
import type { Remote } from '#store/remote';
import { syncAll } from '#store/syncAll';
import { findMade } from './findMade.ts';
import { answered } from './lookAfterExtras.ts';
import type { LookAfterExtrasPorts } from './lookAfterExtras.ts';
import { outbox } from './outbox.ts';
import { readCustom, serverOver } from './serverOver.ts';

/** As many as travel in one request. (Graph guide, "JSON batching") */
const sideBySide = 20;

export type GraphSideParts = {
  readonly baseUrl: string;
  readonly getToken: GetToken;
  readonly onWaiting: (ms: number) => void;
  readonly store: ContactStore;
  readonly schemaExtension: string | null;
  /** Tells this pane from others on the same store. */
  readonly me: string;
  readonly after: (ms: number, run: () => void) => () => void;
};

export type GraphSide = ReturnType<typeof composeGraph>;

/**
 * Puts together what speaks with Graph. In a piece of its own: who is known is on the screen before any of it is needed.
 */
export function composeGraph({ baseUrl, getToken, onWaiting, store, schemaExtension, me, after }: GraphSideParts) {
  const client = createGraphClient({ baseUrl, getToken, onWaiting });
  const single = contacts(client);
  const delta = contactsDelta(client);
  const together = batched(client);
  const calls = {
    ...contacts(together), ...photos(together), ...followUps(together), ...customValues(together), ...categories(together), ...contactFolders(together),
  };
  const remote = {
    listFolders: (signal) => contactFolders(client).listFolders(signal ? { signal } : {}),
    changesSince: (folderId, from, signal) => delta.changesSince(folderId, from, signal ? { signal } : {}),
  } satisfies Remote;
  const server = serverOver(calls, findMade({ findByOrigin: single.findByOrigin, listFolders: calls.listFolders }), schemaExtension);

  const ask: LookAfterExtrasPorts['ask'] = {
    photo: async (ids, signal) => {
      const all = await calls.getPhotos(ids, signal ? { signal } : {});
      return all.ok ? answered(all.value) : all;
    },
    flag: (ids, signal) => calls.getFollowUps(ids, signal ? { signal } : {}),
    custom: (ids, signal) => readCustom(calls, schemaExtension, ids, signal),
  };

  return {
    calls,
    ask,
    findByAddress: single.findByAddress,
    ...openItem(client),
    syncAll: (how: Parameters<typeof syncAll>[2]) => syncAll(store, remote, how),
    sending: outbox({ journal: store.journal, server, me, alive: alivePanes, width: sideBySide, now: () => Date.now(), after }),
  };
}
