/**
 * What the pane is known not to do right yet. Schedules go around it, so that the same defect does not hide others;
 * with `--all` they do not. A line goes when its defect does.
 */
export const notYet = {
  /** A contact whose create waits to be looked for is moved to a folder that this device does not know yet, and is made again. */
  movedWhileUnsure: true,
  /** Deleted twice (in two panes, or by taking its create back), then the later delete undone: it comes back as it once was, without picture. */
  undoOfSecondDelete: true,
  /** While a create waits for its answer, sync may bring what it made: two of one person on the screen, and acts on either go astray. */
  shownTwice: true,
  /** What was taken into memory when storage failed lies on the disk and in other panes' memories as well: it is sent again. */
  rescuedTwice: true,
};

/** Goes around nothing, or around all but one. */
export function expectEverything(but?: string): void {
  for (const name of Object.keys(notYet) as (keyof typeof notYet)[]) if (but === undefined || but === name) notYet[name] = false;
}
