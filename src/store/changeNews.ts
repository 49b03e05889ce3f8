import type { ChangeListener, StoreChange } from './contactStore.ts';

/** Carries the news of contacts and of the journal to listeners here and in the other panes of the same database. */
export type ChangeNews = {
  /** False when other panes cannot be heard: then nothing read may be kept in memory for long. */
  readonly hearsOthers: boolean;
  tell(what: News): void;
  /** For what changed in this pane alone. */
  tellHere(what: News): void;
  /** Contacts that look otherwise now. */
  listen(listener: ChangeListener): () => void;
  /** The journal holds something else now. */
  listenToJournal(listener: () => void): () => void;
  /** Another pane deleted everything for good. */
  listenToForgetting(listener: () => void): () => void;
  close(): void;
};

/**
 * With `journal`, the journal changed; `ids` are then the contacts that look otherwise for it, perhaps none. With
 * `forgotten`, the person wants nothing of it to be kept on this device any more.
 */
export type News = StoreChange & { readonly journal?: boolean; readonly forgotten?: true };

/** `channelName` null: nobody else is to be told. */
export function changeNews(channelName: string | null): ChangeNews {
  const listeners = new Set<ChangeListener>();
  const ofJournal = new Set<() => void>();
  const ofForgetting = new Set<() => void>();
  let channel = channelName === null ? null : openChannel(channelName);
  const call = (listener: () => void): void => {
    try {
      listener();
    } catch (defect) {
      // A listener's defect is not the store's: the others still hear, and the error surfaces on its own.
      queueMicrotask(() => { throw defect; });
    }
  };
  const tellHere = ({ journal = false, forgotten: _forgotten, ...what }: News): void => {
    if (what.ids.length > 0) for (const listener of [...listeners]) call(() => listener(what));
    if (journal || what.ids === 'all') for (const listener of [...ofJournal]) call(listener);
  };
  if (channel) {
    channel.onmessage = ({ data }) => {
      // Any page of this origin could write here.
      const what = readNews(data);
      if (what?.forgotten) for (const listener of [...ofForgetting]) call(listener);
      if (what) tellHere(what);
    };
  }
  return {
    get hearsOthers() { return channel !== null; },
    tellHere,
    tell(what) {
      tellHere(what);
      channel?.postMessage(what);
    },
    // One and the same function may be handed in twice and is then two listeners.
    listen(listener) {
      const own: ChangeListener = (what) => listener(what);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    listenToJournal(listener) {
      const own = (): void => listener();
      ofJournal.add(own);
      return () => void ofJournal.delete(own);
    },
    listenToForgetting(listener) {
      const own = (): void => listener();
      ofForgetting.add(own);
      return () => void ofForgetting.delete(own);
    },
    close() {
      listeners.clear();
      ofJournal.clear();
      ofForgetting.clear();
      channel?.close();
      channel = null;
    },
  };
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  } catch {
    return null; // refused along with storage
  }
}

function readNews(data: unknown): News | null {
  const { ids, journal, extrasOnly, forgotten } = (data ?? {}) as { ids?: unknown; journal?: unknown; extrasOnly?: unknown; forgotten?: unknown };
  if (ids !== 'all' && !(Array.isArray(ids) && ids.every((id): id is string => typeof id === 'string'))) return null;
  return { ids, journal: journal === true, ...(extrasOnly === true ? { extrasOnly } : {}), ...(forgotten === true ? { forgotten } : {}) };
}
