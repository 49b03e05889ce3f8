import { everybody } from '#domain/browseQuery';
import type { BrowseQuery } from '#domain/browseQuery';

type Place = {
  readonly query: BrowseQuery;
  readonly total: number;
  /** The row the keyboard is on. */
  readonly active: number;
  readonly scrollTop: number;
  /** The list was left for one of its contacts, so that who comes back goes on in it. */
  readonly wasInList: boolean;
};

/** Where somebody is in the list. It outlives the page: one comes back from a contact to the same place. */
export type BrowsePlace = { now(): Place; move(to: Partial<Place>): void };

export function browsePlace(): BrowsePlace {
  let place: Place = { query: everybody, total: 0, active: 0, scrollTop: 0, wasInList: false };
  return { now: () => place, move: (to) => { place = { ...place, ...to }; } };
}
