import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';

/**
 * One of Office's calls with a callback, as a Result. Office keeps no clock and some hosts never call back, so ours
 * runs: `noAnswer` after `clockMs` (10 s). A call that throws instead of answering is a problem as well.
 */
export function officeCall<T>(
  ask: (done: (answer: Office.AsyncResult<T>) => void) => void, clockMs = 10_000,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(failed({ kind: 'noAnswer', from: 'outlook' })), clockMs);
    const settle = (result: Result<T>) => {
      clearTimeout(timer);
      resolve(result);
    };
    try {
      ask((answer) => settle(fromOffice(answer)));
    } catch (error) {
      settle(failed(officeProblem(error)));
    }
  });
}

function fromOffice<T>(answer: Office.AsyncResult<T>): Result<T> {
  const foreign: unknown = answer;
  if (typeof foreign !== 'object' || foreign === null) return failed({ kind: 'notUnderstood', from: 'outlook' });
  const { status, value, error } = foreign as { status?: unknown; value?: T; error?: unknown };
  if (status === 'succeeded') return ok(value as T);
  return failed(status === 'failed' ? officeProblem(error) : { kind: 'notUnderstood', from: 'outlook' });
}

/**
 * An error of Office's by its code. Its text is left behind: it may quote what was asked for.
 * (Office add-ins, "Office Common API error codes")
 */
export function officeProblem(error: unknown): Problem {
  const { code, name } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; name?: unknown };
  switch (code) {
    case 9041:
      return { kind: 'offline' };
    case 7000:
    case 9017:
    case 9038:
      return { kind: 'accessDenied' };
    // The item was changed during the call: whoever asked is about to ask for the new one.
    case 9030:
      return { kind: 'abandoned' };
    case 9049:
      return { kind: 'gone' };
    default:
      return { kind: 'refused', code: typeof code === 'number' ? String(code) : typeof name === 'string' && name !== '' ? name : 'unknown', message: '' };
  }
}
