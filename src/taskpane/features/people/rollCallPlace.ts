import type { RowSpot } from '../../parts/RowList.tsx';
import { nobodyChosen } from '../../parts/selection.ts';
import type { Selection } from '../../parts/selection.ts';
import { plainView } from './rollView.ts';
import type { RollView } from './rollView.ts';

type Place = RowSpot & { readonly view: RollView; readonly chosen: Selection; readonly choosing: boolean };

/** Where somebody is in the list of an item's people. It outlives the page: one comes back from a person to the same place. */
export type RollCallPlace = {
  now(): Place;
  move(to: Partial<Place>): void;
  /** Another item begins at its top. */
  forItem(key: number): RollCallPlace;
};

const start: Place = { view: plainView, chosen: nobodyChosen, choosing: false, active: 0, scrollTop: 0, wasInList: false };

export function rollCallPlace(): RollCallPlace {
  let place = start;
  let item: number | null = null;
  const self: RollCallPlace = {
    now: () => place,
    move: (to) => { place = { ...place, ...to }; },
    forItem(key) {
      if (key !== item) place = start;
      item = key;
      return self;
    },
  };
  return self;
}
