import type { Services } from '#app/services';
import type { ContactId } from '#domain/contact';
import { bytesOf } from './parts/base64.ts';

/** The first look comes first; what Graph has to be asked for is for later, and all of it in one go. */
const askAfterMs = 400;
const lookAfterMs = 30;
/** Pictures nobody shows any more are kept so far, so that a list one comes back to does not flicker. */
const mostIdle = 200;
/** Somebody who opens a card looks closely. */
const oldOnCardMs = 5_000;

/** What is shown of one picture: `url` null where there is none to show. */
type Book = {
  users: number;
  /** As read here; undefined as long as it was never read. */
  base64: string | null | undefined;
  url: string | null;
  readonly listeners: Set<() => void>;
};

/** Pictures on the screen: each is read and decoded once, however many places show it, and let go of afterwards. */
export type PictureShelf = {
  /** Somebody has this contact in sight. `closely`: on a card, where what changed elsewhere is to be seen. */
  watch(id: ContactId, closely: boolean, listener: () => void): () => void;
  /** A blob address, null for none; the same as long as the picture is. */
  urlOf(id: ContactId): string | null;
  /** False while it is not known here whether the contact has a picture. */
  isKnown(id: ContactId): boolean;
  /** A colleague's picture, where the permission to read the directory is there already; it is never asked for. */
  fromDirectory(address: string): Promise<string | null>;
  /** The permission was given meanwhile. */
  directoryAllowed(): void;
};

export function pictureShelf({ extras, sync, directoryPhoto, hasDirectory }: Pick<Services, 'extras' | 'sync' | 'directoryPhoto' | 'hasDirectory'>): PictureShelf {
  const books = new Map<ContactId, Book>();
  const toAsk = new Map<ContactId, boolean>();
  const tried = new Set<ContactId>();
  const colleagues = new Map<string, Promise<string | null>>();
  let mayAskDirectory = hasDirectory;
  let asking: ReturnType<typeof setTimeout> | null = null;
  let looking: ReturnType<typeof setTimeout> | null = null;
  let lastAt = sync.get().lastAt;

  async function show(id: ContactId, base64: string | null | undefined): Promise<void> {
    const book = books.get(id);
    if (book === undefined || book.base64 === base64) return;
    book.base64 = base64;
    const url = base64 ? await readyUrl(base64) : null;
    // Another picture, or nobody any more, by the time it was decoded.
    if (books.get(id) !== book || book.base64 !== base64) {
      if (url !== null) URL.revokeObjectURL(url);
      return;
    }
    const before = book.url;
    book.url = url;
    for (const listener of [...book.listeners]) listener();
    if (before !== null) URL.revokeObjectURL(before);
  }

  async function look(ids: readonly ContactId[]): Promise<void> {
    if (ids.length === 0) return;
    const found = await extras.read(ids);
    await Promise.all(ids.map((id) => show(id, found.get(id)?.photo)));
    for (const id of ids) {
      if (found.get(id)?.photo === undefined && !tried.has(id) && (books.get(id)?.users ?? 0) > 0) ask(id, false);
    }
  }

  const lookAgain = (): void => {
    looking ??= setTimeout(() => {
      looking = null;
      void look([...books].flatMap(([id, { users }]) => (users > 0 ? [id] : [])));
    }, lookAfterMs);
  };

  function ask(id: ContactId, closely: boolean): void {
    toAsk.set(id, closely || toAsk.get(id) === true);
    asking ??= setTimeout(() => {
      asking = null;
      // Whoever was only scrolled past is not asked about.
      const all = [...toAsk].filter(([one]) => (books.get(one)?.users ?? 0) > 0);
      toAsk.clear();
      for (const [one] of all) tried.add(one);
      void extras.freshen(all.flatMap(([one, close]) => (close ? [one] : [])), ['photo'], { olderThanMs: oldOnCardMs });
      void extras.freshen(all.flatMap(([one, close]) => (close ? [] : [one])), ['photo'], { onlyMissing: true });
    }, askAfterMs);
  }

  extras.changed.subscribe(lookAgain);
  sync.subscribe(() => {
    const now = sync.get().lastAt;
    if (now === lastAt) return;
    lastAt = now;
    // Graph can be reached again, or for the first time: what was asked in vain is asked once more.
    tried.clear();
    lookAgain();
  });

  function forgetIdle(): void {
    let idle = [...books.values()].filter(({ users }) => users === 0).length - mostIdle;
    for (const [id, { users, url }] of books) {
      if (idle <= 0) return;
      if (users > 0) continue;
      if (url !== null) URL.revokeObjectURL(url);
      books.delete(id);
      idle -= 1;
    }
  }

  return {
    watch(id, closely, listener) {
      const book = books.get(id) ?? { users: 0, base64: undefined, url: null, listeners: new Set() };
      // The one looked at last is the last to be forgotten.
      books.delete(id);
      books.set(id, book);
      book.users += 1;
      book.listeners.add(listener);
      if (closely) ask(id, true);
      lookAgain();
      return () => {
        book.users -= 1;
        book.listeners.delete(listener);
        forgetIdle();
      };
    },
    urlOf: (id) => books.get(id)?.url ?? null,
    isKnown: (id) => books.get(id)?.base64 !== undefined,
    async fromDirectory(address) {
      const key = address.toLowerCase();
      if (!mayAskDirectory) return null;
      let known = colleagues.get(key);
      if (known === undefined) {
        known = directoryPhoto(address).then((found) => {
          if (found.ok) return found.value === null ? null : readyUrl(found.value);
          colleagues.delete(key);
          // Whatever stands in the way, somebody who only looks at a card need not hear of it.
          mayAskDirectory = false;
          return null;
        });
        colleagues.set(key, known);
      }
      return known;
    },
    directoryAllowed() { mayAskDirectory = hasDirectory; },
  };
}

/** A blob address whose picture is decoded already, so that nothing flickers; null for what is no picture. */
async function readyUrl(base64: string): Promise<string | null> {
  const bytes = bytesOf(base64);
  if (bytes === null) return null;
  const url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return url;
  } catch {
    URL.revokeObjectURL(url);
    return null;
  }
}
