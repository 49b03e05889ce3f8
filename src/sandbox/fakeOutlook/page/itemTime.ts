/** The day the sandbox plays on: always the same, so that pictures and tests can be compared. */
const day = Date.UTC(2026, 10, 24);

export function itemTime(minutes: number): number {
  return day + minutes * 60_000;
}
