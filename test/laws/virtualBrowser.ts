import { IDBFactory as FakeFactory, IDBKeyRange as FakeKeyRange } from 'fake-indexeddb';
import type { VirtualTime } from './virtualTime.ts';

/** How storage of this browser is: `denied` gives nothing at all, `full` fails every write. */
export type StorageMood = 'fine' | 'denied' | 'full';

/** What one page has of the browser. When it dies, whatever it began and did not commit is as if it never was. */
export type PageOfBrowser = {
  readonly indexedDB: IDBFactory;
  readonly isDead: () => boolean;
  /** Does something that reaches for the browser's globals, as this page. */
  as<T>(work: () => T): T;
  die(): void;
};

/** One browser: its pages share databases, channels and locks. */
export type VirtualBrowser = {
  openPage(): PageOfBrowser;
  mood: StorageMood;
  /** As when the person clears the site's data: connections close, and nothing is left. */
  wipe(): void;
  /** Puts channels and locks in the place of the machine's; the answer takes them away. */
  install(): () => void;
};

type Page = { dead: boolean; readonly dbs: Set<IDBDatabase>; readonly running: Set<IDBTransaction>; readonly channels: Set<Channel>; readonly held: Set<() => void> };
type Channel = { readonly name: string; readonly page: Page; onmessage: ((event: { data: unknown }) => void) | null; open: boolean };
type Waiting = { readonly page: Page; readonly start: () => void; gone: boolean };

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

export function virtualBrowser(time: VirtualTime): VirtualBrowser {
  let disk = new FakeFactory();
  const pages = new Set<Page>();
  const queues = new Map<string, Waiting[]>();
  const held = new Map<() => void, string>();
  let acting: Page | null = null;
  // Pages open one after the other, so what opens a channel belongs to the latest.
  let latest: Page | null = null;
  const browser: VirtualBrowser = { openPage, mood: 'fine', wipe, install };

  function adopt(db: IDBDatabase, page: Page): void {
    page.dbs.add(db);
    const begin = db.transaction.bind(db);
    db.transaction = (stores, mode, options) => {
      if (page.dead) throw new DOMException('The page is gone.', 'InvalidStateError');
      if (browser.mood === 'denied') throw new DOMException('Storage is denied.', 'UnknownError');
      const tx = begin(stores, mode, options);
      page.running.add(tx);
      const ended = (): void => void page.running.delete(tx);
      tx.addEventListener('complete', ended);
      tx.addEventListener('abort', ended);
      if (browser.mood === 'full' && mode === 'readwrite') {
        // The disk is found to be full when the transaction wants to hold what it wrote.
        setImmediate(() => { if (page.running.has(tx)) (tx as unknown as { _abort(name: string): void })._abort('QuotaExceededError'); });
      }
      return tx;
    };
  }

  const stop = (tx: IDBTransaction): void => {
    try {
      tx.abort();
    } catch { /* it has just ended */ }
  };

  function openPage(): PageOfBrowser {
    const page: Page = { dead: false, dbs: new Set(), running: new Set(), channels: new Set(), held: new Set() };
    pages.add(page);
    latest = page;
    const silent = {} as IDBOpenDBRequest;
    const indexedDB = {
      open(name: string, version?: number) {
        if (page.dead) return silent;
        if (browser.mood === 'denied') throw new DOMException('Storage is denied.', 'SecurityError');
        const request = disk.open(name, version);
        request.addEventListener('success', () => {
          if (page.dead) request.result.close();
          else adopt(request.result, page);
        });
        return request;
      },
      deleteDatabase: (name: string) => (page.dead ? silent : disk.deleteDatabase(name)),
      cmp: (a: unknown, b: unknown) => disk.cmp(a, b),
      databases: () => disk.databases(),
    } as unknown as IDBFactory;
    return {
      indexedDB,
      isDead: () => page.dead,
      as(work) {
        const before = acting;
        acting = page;
        try {
          return work();
        } finally {
          acting = before;
        }
      },
      die() {
        page.dead = true;
        pages.delete(page);
        for (const tx of [...page.running]) stop(tx);
        for (const db of page.dbs) db.close();
        for (const channel of page.channels) channel.open = false;
        for (const waiting of [...queues.values()].flat()) if (waiting.page === page) waiting.gone = true;
        for (const release of [...page.held]) release();
      },
    };
  }

  function wipe(): void {
    disk = new FakeFactory();
    for (const page of pages) {
      for (const tx of [...page.running]) stop(tx);
      for (const db of page.dbs) {
        db.close();
        db.onclose?.(new Event('close'));
      }
      page.dbs.clear();
    }
  }

  function install(): () => void {
    const world = globalThis as unknown as Record<string, unknown>;
    const before = { channel: world.BroadcastChannel, keyRange: world.IDBKeyRange, navigator: Object.getOwnPropertyDescriptor(globalThis, 'navigator') };
    world.BroadcastChannel = function BroadcastChannel(this: Channel, name: string) {
      const page = latest;
      if (page === null) throw new Error('A channel was opened by no page.');
      const channel = Object.assign(this, { name, page, onmessage: null, open: true });
      page.channels.add(channel);
      Object.assign(channel, {
        postMessage(data: unknown) {
          if (!channel.open) return;
          const copy = structuredClone(data);
          for (const other of pages) {
            for (const ear of other.channels) {
              if (ear === channel || ear.name !== name) continue;
              time.after(1, () => { if (ear.open) ear.onmessage?.({ data: structuredClone(copy) }); });
            }
          }
        },
        close() { channel.open = false; },
      });
    };
    world.IDBKeyRange = FakeKeyRange;
    Object.defineProperty(globalThis, 'navigator', { value: { locks: { request, query } }, configurable: true, writable: true });
    return () => {
      world.BroadcastChannel = before.channel;
      world.IDBKeyRange = before.keyRange;
      if (before.navigator) Object.defineProperty(globalThis, 'navigator', before.navigator);
      else delete world.navigator;
    };
  }

  const query = async (): Promise<unknown> => ({ held: [...held.values()].map((name) => ({ name, mode: 'exclusive' })), pending: [] });

  /** Web Locks as far as the store uses them: exclusive, first come first served, given back when a page dies. */
  async function request(name: string, ...given: readonly unknown[]): Promise<unknown> {
    const work = given.at(-1) as () => Promise<unknown>;
    const options = (given.length > 1 ? given[0] : {}) as { signal?: AbortSignal };
    const page = acting ?? latest;
    if (page === null) throw new Error('A lock was asked for by no page.');
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        mine.gone = true;
        reject(new DOMException('Nobody waits for the lock any more.', 'AbortError'));
      };
      const start = (): void => {
        options.signal?.removeEventListener('abort', leave);
        resolve();
      };
      const mine: Waiting = { page, start, gone: false };
      options.signal?.addEventListener('abort', leave);
      queue.push(mine);
      if (queue[0] === mine) start();
    });
    let isGiven = false;
    const release = (): void => {
      if (isGiven) return;
      isGiven = true;
      page.held.delete(release);
      held.delete(release);
      queue.shift();
      while (queue[0]?.gone) queue.shift();
      queue[0]?.start();
    };
    page.held.add(release);
    held.set(release, name);
    if (page.dead) {
      release();
      return never();
    }
    try {
      return await work();
    } finally {
      release();
    }
  }

  return browser;
}
