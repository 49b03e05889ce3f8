import { isRefusal } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { linkWith, readCount, readNumber } from './queryOptions.ts';
import type { QueryOptions } from './queryOptions.ts';

export type Page<T> = { readonly items: readonly T[]; readonly annotations: Record<string, unknown> };

/**
 * One page of a collection. `$skip` counts places, so items that come or go meanwhile shift the pages that follow.
 */
export function collectionPage<T>(
  all: readonly T[], query: QueryOptions, address: string, sizes: { pageSize: number; largestTop: number },
): Page<T> | Refusal {
  const top = readNumber(query, '$top', sizes.largestTop);
  if (isRefusal(top)) return top;
  const skip = readNumber(query, '$skip', Number.MAX_SAFE_INTEGER);
  if (isRefusal(skip)) return skip;
  const count = readCount(query);
  if (isRefusal(count)) return count;
  const from = skip ?? 0;
  const size = top ?? sizes.pageSize;
  const annotations: Record<string, unknown> = {};
  if (count) annotations['@odata.count'] = all.length;
  if (size > 0 && from + size < all.length) {
    annotations['@odata.nextLink'] = linkWith(address, query, { $skip: String(from + size) });
  }
  return { items: all.slice(from, from + size), annotations };
}
