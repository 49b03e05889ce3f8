import type { ContactAct } from '#domain/change';
import type { ContactId } from '#domain/contact';
import { extraNames, isExtra } from '#domain/extras';
import type { ExtraName, Extras } from '#domain/extras';
import type { Rows } from './backing.ts';
import type { Overlay } from './overlay.ts';
import { readIdNow } from './readLeads.ts';
import { isRecord, isText } from './rows.ts';

/** One of the extras of one contact, as the server last said it. */
export type ExtraRow = {
  /** `of` and `id`, see `extraKey`. */
  readonly key: string;
  readonly of: ExtraName;
  readonly id: ContactId;
  readonly value: Extras[ExtraName];
  /** When it was read. */
  readonly at: number;
};

export const extraKey = (of: ExtraName, id: ContactId): string => `${of} ${id}`;

export function readExtraRow(raw: unknown): ExtraRow | null {
  if (!isRecord(raw) || !isText(raw.key) || !isText(raw.id) || typeof raw.at !== 'number') return null;
  const of = extraNames.find((name) => name === raw.of);
  return of !== undefined && raw.key === extraKey(of, raw.id) && isExtra(of, raw.value) ? (raw as ExtraRow) : null;
}

export function putExtras(rows: Rows, id: ContactId, extras: Partial<Extras>, at: number): void {
  for (const of of extraNames) {
    const value = extras[of];
    if (value !== undefined) rows.putExtra({ key: extraKey(of, id), of, id, value, at });
  }
}

/** What an act leaves behind in the extras of its contact, once it is done. */
export function extrasAfter(act: ContactAct): Partial<Extras> {
  switch (act.kind) {
    case 'create': return { ...act.extras, ...(act.photo === null ? {} : { photo: act.photo }) };
    case 'extra': return { [act.of]: act.after };
    case 'move': return act.extras ?? {};
    case 'update': case 'delete': return {};
  }
}

export type ExtrasRead = {
  readonly extras: Partial<Extras>;
  /** When each was read from the server; one that is not here was never read. */
  readonly readAt: Partial<Record<ExtraName, number>>;
};

/** A contact's extras as the person means them: what the server last said, with the pending changes laid over it. */
export async function extrasMeant(
  rows: Rows, pending: Overlay | null, asked: ContactId, names: readonly ExtraName[],
): Promise<ExtrasRead> {
  const id = pending === null ? await readIdNow(rows, asked) : pending.order.end(asked);
  // A contact that is just being brought back has its extras under the id it had.
  const found = await Promise.all(names.map(async (name) => (await rows.extra(name, id)) ?? (await rows.extra(name, asked))));
  const extras: Record<string, unknown> = {};
  const readAt: Partial<Record<ExtraName, number>> = {};
  for (const row of found) {
    if (row === null) continue;
    extras[row.of] = row.value;
    readAt[row.of] = row.at;
  }
  for (const { row: { change: { act } }, contactId } of pending?.order.placed ?? []) {
    if (contactId !== id || (act.kind !== 'create' && act.kind !== 'extra')) continue;
    for (const [name, value] of Object.entries(extrasAfter(act))) if (names.includes(name as ExtraName)) extras[name] = value;
  }
  return { extras: extras as Partial<Extras>, readAt };
}

/** So many pictures are kept at most; the ones read longest ago go first. */
const mostPictures = 2_000;

export async function forgetExtras(rows: Rows, limit: number): Promise<void> {
  const ages = await Promise.all(extraNames.map(async (of) => ({ of, all: await rows.extraAges(of) })));
  for (const { of, all } of ages) {
    all.forEach(({ key, at }, n) => {
      if (at < limit || (of === 'photo' && n < all.length - mostPictures)) rows.removeExtra(key);
    });
  }
}
