import type { ContactId } from '#domain/contact';
import type { Rows } from './backing.ts';

/** Which id means which; see `IdRow`. */
export const readLeads = async (rows: Rows): Promise<Map<ContactId, ContactId>> =>
  new Map((await rows.ids()).map(({ id, now }) => [id, now]));
