import type { Problem } from '#domain/problem';
import type { ContactStore } from './contactStore.ts';

export type OpenStoreOptions = {
  /** The mailbox's address as Office.js gives it; each mailbox has its own database. */
  readonly mailbox: string;
  /** `Office.context.partitionKey`, where there is one. */
  readonly partition?: string;
  /** The browser's own when left out; null for memory only, the user's choice (which is no problem). */
  readonly indexedDB?: IDBFactory | null;
  /** How long to wait for the browser before going on without storage. */
  readonly timeoutMs?: number;
  /** False when other panes shall not hear of changes. */
  readonly broadcast?: boolean;
  readonly now?: () => number;
};

/**
 * The store of one mailbox. Always answers, and soon: when the browser gives no storage the store works from memory
 * and `problem` says so.
 */
export async function openStore(_options: OpenStoreOptions): Promise<{ store: ContactStore; problem: Problem | null }> {
  throw new Error('not built yet');
}
