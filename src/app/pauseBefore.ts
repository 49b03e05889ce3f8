import type { Problem } from '#domain/problem';

/** How long to wait (ms) before the next try after so many `failures`: the last of the pauses goes on, and what Graph asks for is kept. */
export function pauseBefore(pausesMs: readonly [number, ...number[]], failures: number, problem: Problem | null): number {
  const growing = pausesMs[Math.min(failures, pausesMs.length - 1)] ?? pausesMs[0];
  return problem?.kind === 'busy' ? Math.max(growing, problem.retryAfterMs) : growing;
}
