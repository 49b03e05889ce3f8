import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import type { GraphClient, GraphRequest } from './client.ts';
import type { WirePage } from './wire.ts';
import { readEach, readPage } from './wire.ts';

/** More than any mailbox needs at 100 and more a page: the bound is against links that never end. */
const mostPages = 1_000;

/**
 * All items of a collection, each id once: the links count by `$skip`, so items move between pages meanwhile.
 * Only a missing link ends it; a short or empty page proves nothing. (Graph guide, "Paging Microsoft Graph data")
 */
export async function readAllPages<T extends { readonly id: string }>(
  client: GraphClient, request: GraphRequest, read: (item: unknown) => Result<T>,
): Promise<Result<readonly T[]>> {
  const answer = await client.send(request);
  if (!answer.ok) return answer;
  return readOnFrom(client, request, answer.value.body, read);
}

/** The same when the first page is here already, for instance out of a batch. */
export async function readOnFrom<T extends { readonly id: string }>(
  client: GraphClient, request: GraphRequest, firstPage: unknown, read: (item: unknown) => Result<T>,
): Promise<Result<readonly T[]>> {
  const byId = new Map<string, T>();
  const followed = new Set<string>();
  let page: Result<WirePage> = readPage(firstPage);
  for (;;) {
    if (!page.ok) return page;
    const items = readEach(page.value.items, read);
    if (!items.ok) return items;
    for (const item of items.value) byId.set(item.id, item);
    const link = page.value.nextLink;
    if (link === null) return ok([...byId.values()]);
    if (followed.has(link) || followed.size >= mostPages) return failed({ kind: 'notUnderstood', from: 'graph' });
    followed.add(link);
    const answer = await client.send({ ...request, path: link });
    if (!answer.ok) return answer;
    page = readPage(answer.value.body);
  }
}
