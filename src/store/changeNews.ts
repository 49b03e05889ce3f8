import type { ChangeListener, StoreChange } from './contactStore.ts';

/** Carries the news of changes to listeners here and in the other panes of the same database. */
export type ChangeNews = {
  /** False when other panes cannot be heard: then nothing read may be kept in memory for long. */
  readonly hearsOthers: boolean;
  tell(what: StoreChange): void;
  /** For what changed in this pane alone. */
  tellHere(what: StoreChange): void;
  listen(listener: ChangeListener): () => void;
  close(): void;
};

/** `channelName` null: nobody else is to be told. */
export function changeNews(channelName: string | null): ChangeNews {
  const listeners = new Set<ChangeListener>();
  let channel = channelName === null ? null : openChannel(channelName);
  const tellHere = (what: StoreChange): void => {
    for (const listener of [...listeners]) {
      try {
        listener(what);
      } catch (defect) {
        // A listener's defect is not the store's: the others still hear, and the error surfaces on its own.
        queueMicrotask(() => { throw defect; });
      }
    }
  };
  if (channel) {
    channel.onmessage = ({ data }) => {
      // Any page of this origin could write here.
      const what = readChange(data);
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
    listen(listener) {
      // One and the same function may be handed in twice and is then two listeners.
      const own: ChangeListener = (what) => listener(what);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close() {
      listeners.clear();
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

function readChange(data: unknown): StoreChange | null {
  const ids = (data as { ids?: unknown } | null)?.ids;
  if (ids === 'all') return { ids };
  return Array.isArray(ids) && ids.every((id): id is string => typeof id === 'string') ? { ids } : null;
}
