import { changeNews } from './changeNews.ts';
import type { ContactStore } from './contactStore.ts';
import { indexedDbBacking } from './indexedDbBacking.ts';
import { openOrSetAside } from './schema.ts';
import { steadyBacking } from './steadyBacking.ts';
import type { SteadyBacking } from './steadyBacking.ts';
import { storeOver } from './storeOver.ts';

export type IndexedDbStoreOptions = {
  readonly factory: IDBFactory;
  /** Of the database, and of the channel on which its panes tell each other of changes. */
  readonly name: string;
  readonly timeoutMs: number;
  readonly broadcast: boolean;
  readonly now: () => number;
  readonly language?: string;
  /** Another pane has forgotten everything for good; see `ContactStore.forget`. */
  readonly onForgotten?: () => void;
};

/** A store on disk. Rejects with storage trouble when it cannot be opened; once open, it goes on from memory. */
export async function indexedDbStore({ factory, name, timeoutMs, broadcast, now, language, onForgotten }: IndexedDbStoreOptions): Promise<ContactStore> {
  const db = await openOrSetAside(factory, name, timeoutMs);
  const news = changeNews(broadcast ? name : null);
  const tellAll = () => news.tellHere({ ids: 'all' });
  const backing: SteadyBacking = steadyBacking(indexedDbBacking(factory, name, db, timeoutMs, tellAll, () => backing.lost()), () => news.tell({ ids: 'all' }));
  let isForgotten = false;
  // Told before and after.
  news.listenToForgetting(() => {
    if (!isForgotten) onForgotten?.();
    isForgotten = true;
    // What is told to this pane alone does not go round among all of them.
    void backing.leave().catch(() => undefined).then(tellAll);
  });
  return storeOver(backing, news, now, language);
}
