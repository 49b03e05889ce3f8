import { StorageTimeout } from './within.ts';

/**
 * What a browser may throw when it does not want to store, by name, since the classes differ between browsers.
 * Left out on purpose: DataError, DataCloneError and ReadOnlyError are our own mistakes. TransactionInactiveError is in:
 * a transaction that the browser ended by itself answers so to the next request.
 */
const names: ReadonlySet<string> = new Set([
  'AbortError', 'ConstraintError', 'InvalidStateError', 'NotFoundError', 'NotReadableError', 'OperationError',
  'QuotaExceededError', 'SecurityError', 'TimeoutError', 'TransactionInactiveError',
  'UnknownError', 'VersionError',
]);

/** True for failures of the storage itself, which are to be expected; anything else is a defect. */
export const isStorageTrouble = (error: unknown): boolean =>
  error instanceof StorageTimeout || names.has((error as { name?: string } | null)?.name ?? '');
