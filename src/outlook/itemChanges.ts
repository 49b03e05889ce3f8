import type { OpenItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';

export type FollowedItem = {
  /** Looks whether the item changed without an event: call it when the pane gets the focus. */
  readonly check: () => void;
  readonly stop: () => void;
};

export type FollowItemOptions = {
  readonly onProblem?: (problem: Problem) => void;
  readonly quietMs?: number;
};

/** Tells of the open item now and whenever it, or the people on it, changed. */
export function followItem(
  _onItem: (item: OpenItem | null) => void, _options: FollowItemOptions = {},
): FollowedItem {
  throw new Error('not built yet');
}
