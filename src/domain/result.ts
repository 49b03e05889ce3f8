import type { Problem } from './problem.ts';

/** The outcome of something that may go wrong in an expected way. An exception, by contrast, means a defect. */
export type Result<T, P = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const failed = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem });
