import type { OpenItem } from '#domain/personOnItem';
import type { Result } from '#domain/result';

/** The item Outlook shows now with its people, null when there is none. `key` is put into the answer unchanged. */
export async function readOpenItem(_key: number): Promise<Result<OpenItem | null>> {
  throw new Error('not built yet');
}
