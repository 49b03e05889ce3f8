import { refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Settings } from '../state/graphState.ts';

/** The budget of one app in one mailbox. Two panes of one user share it. */
type Budget = { running: number; starts: number[]; uploads: { at: number; bytes: number }[] };

export type Throttle = {
  /** Takes a place, or says why there is none. A place taken must be given back with `leave`. */
  enter(key: string, write: { bytes: number } | null, now: number): Refusal | null;
  leave(key: string): void;
  clear(): void;
};

const tenMinutes = 600_000;
const fiveMinutes = 300_000;

/** "Microsoft Graph service-specific throttling limits", Outlook: 4 at a time, 10,000 in ten minutes, 150 MB in five. */
export function createThrottle(settings: () => Settings): Throttle {
  const budgets = new Map<string, Budget>();
  const budgetOf = (key: string): Budget => {
    const known = budgets.get(key) ?? { running: 0, starts: [], uploads: [] };
    budgets.set(key, known);
    return known;
  };
  return {
    enter: (key, write, now) => {
      const limits = settings();
      const budget = budgetOf(key);
      if (budget.running >= limits.concurrentRequests) return refusals.throttled(limits.retryAfterSeconds);
      if ((budget.starts[0] ?? now) <= now - tenMinutes) budget.starts = budget.starts.filter((at) => at > now - tenMinutes);
      if (budget.starts.length >= limits.requestsInTenMinutes) {
        const oldest = budget.starts[0] ?? now;
        return refusals.tooManyRequests(Math.max(1, Math.ceil((oldest + tenMinutes - now) / 1000)));
      }
      if (write !== null) {
        budget.uploads = budget.uploads.filter((u) => u.at > now - fiveMinutes);
        const sent = budget.uploads.reduce((sum, u) => sum + u.bytes, write.bytes);
        if (sent > limits.uploadBytesInFiveMinutes) return refusals.tooManyRequests(limits.retryAfterSeconds);
        budget.uploads.push({ at: now, bytes: write.bytes });
      }
      budget.running += 1;
      budget.starts.push(now);
      return null;
    },
    leave: (key) => {
      const budget = budgetOf(key);
      budget.running = Math.max(0, budget.running - 1);
    },
    clear: () => { for (const budget of budgets.values()) { budget.starts = []; budget.uploads = []; } },
  };
}
