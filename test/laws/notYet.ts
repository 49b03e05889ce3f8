/**
 * What the pane is known not to do right yet. Schedules go around it, so that the same defect does not hide others;
 * with `--all` they do not. A line goes when its defect does.
 */
export const notYet: Record<string, boolean> = {
  /**
   * Two panes that keep everything in their own memories know nothing of each other. When one of them deletes or moves a
   * contact while the other moves it, the delete finds the old one gone and lets the copy be, and two moves make two.
   * Seeds 9000000866 and 9000005166.
   */
  movedInTwoMemories: true,
};

/** Goes around nothing, or around all but one. */
export function expectEverything(but?: string): void {
  for (const name of Object.keys(notYet)) if (but === undefined || but === name) notYet[name] = false;
}
