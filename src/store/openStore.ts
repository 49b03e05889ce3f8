import { foldAddress } from '#domain/normalize';
import type { Problem } from '#domain/problem';
import type { ContactStore } from './contactStore.ts';
import { indexedDbStore } from './indexedDbStore.ts';
import { memoryStore } from './memoryStore.ts';
import { isStorageTrouble } from './storageTrouble.ts';
import { within } from './within.ts';

export type OpenStoreOptions = {
  /** The mailbox's address as Office.js gives it; each mailbox has its own database. */
  readonly mailbox: string;
  /** Whose database of the mailbox; its first one when left out. See `mailboxStores`. */
  readonly account?: string;
  /** `Office.context.partitionKey`, where there is one. */
  readonly partition?: string;
  /** The browser's own when left out; null for memory only, the user's choice (which is no problem). */
  readonly indexedDB?: IDBFactory | null;
  /** How long to wait for the browser before going on without storage. */
  readonly timeoutMs?: number;
  /** False when other panes shall not hear of changes. */
  readonly broadcast?: boolean;
  readonly now?: () => number;
  /** A language tag such as `de-DE`: how names are sorted. The browser's own when left out. */
  readonly language?: string;
  /** Another pane has forgotten everything kept of the mailbox, and nothing is to be kept any more. */
  readonly onForgotten?: () => void;
};

/**
 * The store of one mailbox. Always answers, and soon: when the browser gives no storage the store works from memory
 * and `problem` says so.
 */
export async function openStore(options: OpenStoreOptions): Promise<{ store: ContactStore; problem: Problem | null }> {
  const { mailbox, partition, account, indexedDB, timeoutMs = 3_000, broadcast = true, now = Date.now, language, onForgotten } = options;
  if (indexedDB === null) return { store: memoryStore(now, language), problem: null };
  try {
    const factory = indexedDB ?? browserStorage();
    if (!factory) return { store: memoryStore(now, language), problem: { kind: 'storageDenied' } };
    const name = databaseName(mailbox, partition, account);
    return { store: await indexedDbStore({ factory, name, timeoutMs, broadcast, now, ...(language === undefined ? {} : { language }), ...(onForgotten ? { onForgotten } : {}) }), problem: null };
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
    return { store: memoryStore(now, language), problem: { kind: 'storageDenied' } };
  }
}

/** Whether anything may lie on the disk under the name `openStore` would use. To look does not make a database of that name. */
export async function mayBeKept({ mailbox, partition, account, indexedDB, timeoutMs = 3_000 }: OpenStoreOptions): Promise<boolean> {
  const factory = indexedDB ?? browserStorage();
  if (!factory) return false;
  try {
    const all = await within(timeoutMs, factory.databases());
    return all.some(({ name }) => name === databaseName(mailbox, partition, account));
  } catch {
    // Browsers that cannot list them, or do not answer.
    return true;
  }
}

/** The one place that touches the global: under strict privacy settings the mere access throws. */
function browserStorage(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null;
  } catch {
    return null;
  }
}

export function databaseName(mailbox: string, partition = '', account = ''): string {
  const address = foldAddress(mailbox) || mailbox.trim().toLowerCase();
  const name = partition === '' ? `contact-pane:${address}` : `contact-pane:${partition}:${address}`;
  return account === '' ? name : `${name} ${account}`;
}
