import type { ContactId } from '#domain/contact';

/** Who is chosen, and from where a range is drawn. */
export type Selection = { readonly ids: ReadonlySet<ContactId>; readonly anchor: number | null };

export const nobodyChosen: Selection = { ids: new Set(), anchor: null };

export function toggled({ ids }: Selection, id: ContactId, place: number): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: place };
}

/** Everybody between the anchor and `to` comes in; `all` are the ids in order. The anchor stays, so that a range can be drawn further. */
export function upTo({ ids, anchor }: Selection, all: readonly ContactId[], from: number, to: number): Selection {
  const start = anchor ?? from;
  return { ids: new Set([...ids, ...all.slice(Math.min(start, to), Math.max(start, to) + 1)]), anchor: start };
}

/** Those who are no longer there are no longer chosen. */
export function keptOf(selection: Selection, all: readonly ContactId[]): Selection {
  const there = new Set(all);
  const kept = [...selection.ids].filter((id) => there.has(id));
  return kept.length === selection.ids.size ? selection : { ...selection, ids: new Set(kept) };
}
