import type { ContactId } from '#domain/contact';
import type { Rows } from './backing.ts';
import { isRecord } from './rows.ts';

const key = 'just gone';
/** No answer of the server is on its way for so long. */
const keptMs = 2 * 60_000;

/** The contacts that our own acts took away lately, with when their end was written down (ms). */
export async function readJustGone(rows: Rows): Promise<ReadonlyMap<ContactId, number>> {
  const value = (await rows.meta(key))?.value;
  return new Map(isRecord(value) ? Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number') : []);
}

/**
 * What the server was asked before a delete may be answered after it, and would bring the contact back until the next
 * look: such an answer is known to be old by this.
 */
export function putJustGone(rows: Rows, before: ReadonlyMap<ContactId, number>, ids: readonly ContactId[], now: number): void {
  const kept = [...before].filter(([, at]) => at > now - keptMs);
  rows.putMeta({ key, value: Object.fromEntries([...kept, ...ids.map((id) => [id, now] as const)]) });
}
