import { isPending } from '#domain/change';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { ContactStore } from './contactStore.ts';
import { mayBeKept, openStore } from './openStore.ts';
import type { OpenStoreOptions } from './openStore.ts';
import { accountKey, accountsKey } from './storedAccount.ts';

/**
 * The stores of one mailbox: each account that signs in there has its own, because one and the same address can be
 * another mailbox for another account or tenant. Which one it is can be known only with the first token; what is on the
 * screen before that is of the account that was here last.
 */
export type MailboxStores = {
  /** The store of the account that was last here; where there was none, it will be the first one's. */
  last(): Promise<ContactStore>;
  of(account: string): Promise<ContactStore>;
  /** Whether `store` is this account's. It becomes so for good when it is nobody's yet. */
  isOf(store: ContactStore, account: string): Promise<boolean>;
  /** Closes a store nobody looks at any more; one that lives in memory alone is kept for when its account is back. */
  putAway(store: ContactStore): void;
  /** How many changes and drafts of accounts other than `now`'s lie here and would go with `forgetAll`. */
  unsentOfOthers(now: ContactStore): Promise<number>;
  /**
   * Deletes the databases of all accounts. `storageDenied` when the browser did not let go of one. `now` is empty and
   * usable, in memory, as is every store from then on: on this device nothing is kept before all this is made anew.
   */
  forgetAll(now: ContactStore): Promise<Result<void>>;
  /** Everything was forgotten, here or by another open pane. */
  isForgotten(): boolean;
};

/**
 * The first account has the database that carries the mailbox's name alone: it is opened before anybody is known, and
 * was there before accounts were told apart. That one also knows who else was here.
 */
export function mailboxStores(given: OpenStoreOptions): MailboxStores {
  let isForgotten = false;
  const forgotten = (): void => {
    isForgotten = true;
    options = { ...given, indexedDB: null };
  };
  let options: OpenStoreOptions = { ...given, onForgotten: forgotten };
  const owners = new WeakMap<ContactStore, string>();
  const remembered = new WeakSet<ContactStore>();
  /** null: the mailbox's first database. */
  const places = new WeakMap<ContactStore, string | null>();
  const inUse = new Set<ContactStore>();
  const inMemory = new Map<string, ContactStore>();
  let first: ContactStore | null = null;

  async function open(account: string | null): Promise<ContactStore> {
    const { store } = await openStore({ ...options, ...(account === null ? {} : { account }) });
    places.set(store, account);
    inUse.add(store);
    if (account === null) first = store;
    return store;
  }

  function close(store: ContactStore): void {
    if (first === store) first = null;
    inUse.delete(store);
    store.close();
  }

  /** The first database, for a moment where it is not open anyway. */
  async function inFirst<T>(work: (store: ContactStore) => Promise<T>): Promise<T> {
    if (first !== null) return work(first);
    const { store } = await openStore(options);
    try {
      return await work(store);
    } finally {
      store.close();
    }
  }

  const whoWasHere = async (store: ContactStore): Promise<{ readonly owner: unknown; readonly accounts: readonly string[] }> => {
    const [owner, accounts] = await Promise.all([store.readMeta(accountKey), store.readMeta(accountsKey)]);
    return { owner, accounts: readAccounts(accounts) };
  };

  /** Every other store of this mailbox, on the disk or kept in memory. */
  async function eachOther<T>(now: ContactStore, work: (store: ContactStore, problem: Problem | null) => Promise<T>): Promise<T[]> {
    const done: T[] = [];
    for (const store of inMemory.values()) if (store !== now) done.push(await work(store, null));
    if (options.mailbox === '') return done;
    // Beside a store in memory, as the person wanted it, may be a disk with what was kept before.
    const { indexedDB, ...rest } = given;
    const onDisk: OpenStoreOptions = { ...rest, ...(indexedDB ? { indexedDB } : {}) };
    if (now.kind === 'memory' && !(await mayBeKept(onDisk))) return done;
    const { store: register } = await openStore(onDisk);
    const { accounts } = await whoWasHere(register);
    register.close();
    for (const account of [null, ...accounts]) {
      if (now.kind === 'disk' && account === places.get(now)) continue;
      const { store, problem } = await openStore({ ...onDisk, ...(account === null ? {} : { account }) });
      // Where not even the first can be opened, nothing is kept as far as anybody can see.
      done.push(await work(store, account === null ? null : problem));
      store.close();
    }
    return done;
  }

  return {
    async last() {
      const store = await open(null);
      const { owner, accounts: [account] } = await whoWasHere(store);
      if (account === undefined || account === owner) return store;
      close(store);
      return open(account);
    },

    async of(account) {
      const kept = inMemory.get(account);
      if (kept) {
        inMemory.delete(account);
        return kept;
      }
      const { owner, accounts } = await inFirst(whoWasHere);
      // One that is known and is not the first's owner has a database of its own, also after the first was emptied.
      return open(owner === account || (owner === null && !accounts.includes(account)) ? null : account);
    },

    async isOf(store, account) {
      // Also when the store was emptied since: whoever reads it here was told of the other account's contacts.
      const before = owners.get(store);
      if (before !== undefined && before !== account) return false;
      let owner = await store.readMeta(accountKey);
      if (owner === null) {
        owner = await store.changeMeta(accountKey, (now) => now ?? account);
        remembered.delete(store);
      }
      if (owner !== account) return false;
      owners.set(store, account);
      if (!remembered.has(store)) {
        remembered.add(store);
        await inFirst((it) => it.changeMeta(accountsKey, (now) => [account, ...readAccounts(now).filter((one) => one !== account)]));
      }
      return true;
    },

    putAway(store) {
      const owner = owners.get(store);
      if (store.kind === 'disk' || owner === undefined) close(store);
      else inMemory.set(owner, store);
    },

    async unsentOfOthers(now) {
      const counted = await eachOther(now, async (store) =>
        (await store.journal.list()).filter(isPending).length + (await store.listDrafts()).length);
      return counted.reduce((sum, one) => sum + one, 0);
    },

    async forgetAll(now) {
      // One that is just being left would begin a database anew for the last thing it writes.
      for (const store of inUse) if (store !== now && ![...inMemory.values()].includes(store)) close(store);
      const ends = [...await eachOther(now, async (store, problem) => (problem === null ? store.forget() : failed(problem))), await now.forget()];
      forgotten();
      for (const store of inMemory.values()) close(store);
      inMemory.clear();
      return ends.find((result) => !result.ok) ?? ok(undefined);
    },

    isForgotten: () => isForgotten,
  };
}

const readAccounts = (raw: unknown): readonly string[] =>
  Array.isArray(raw) ? raw.filter((one): one is string => typeof one === 'string' && one !== '') : [];
