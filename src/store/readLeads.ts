import type { ContactId } from '#domain/contact';
import type { Rows } from './backing.ts';

/** Which id means which; see `IdRow`. */
export const readLeads = async (rows: Rows): Promise<Map<ContactId, ContactId>> =>
  new Map((await rows.ids()).map(({ id, now }) => [id, now]));

/** The id that one contact goes by now, without reading where all the others lead. */
export async function readIdNow(rows: Rows, id: ContactId): Promise<ContactId> {
  const seen = new Set<ContactId>();
  let now = id;
  for (let row = await rows.idRow(now); row !== null && !seen.has(now); row = await rows.idRow(now)) {
    seen.add(now);
    now = row.now;
  }
  return now;
}
