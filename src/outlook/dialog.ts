import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';

/** What the page in the dialog sent, or that the user closed it. Check the shape of `value`. */
export type DialogEnd = { readonly kind: 'message'; readonly value: unknown } | { readonly kind: 'closed' };

export type DialogOptions = {
  /** In CSS pixels; cut to the screen. */
  readonly width?: number;
  readonly height?: number;
  /** How long to wait before `noAnswer`. Default: no clock, since a person is at work in the window. */
  readonly clockMs?: number;
  /** Ends the waiting with `abandoned`. The helper gives no hold on the window: it stays the user's to close. */
  readonly signal?: AbortSignal | undefined;
};

/** The part of `@microsoft/office-js-helpers` that is used: tests hand in their own. */
export type DialogHelper = {
  readonly Dialog: {
    new (url: string, width: number, height: number): { readonly result: Promise<unknown> };
    close(message?: unknown): void;
  };
};
export type LoadHelper = () => Promise<DialogHelper>;

/**
 * Opens one of the add-in's own https pages and gives the first message it sends with `answerDialog`. A page of
 * somebody else is never opened: `refused` with code `notOurPage`. Otherwise `refused` carries Office's code:
 * 12007 another one is open, 12009 the user would not have it, 12011 the browser blocked it. Call it from a click.
 * (Office add-ins, "Use the Office dialog API in Office Add-ins"; "Handle errors and events in the Office dialog box")
 */
export async function openDialog(
  url: string, options: DialogOptions = {}, load: LoadHelper = loadHelper,
): Promise<Result<DialogEnd>> {
  if (options.signal?.aborted) return failed({ kind: 'abandoned' });
  if (!isOurs(url)) return refused('notOurPage');
  const helper = await loaded(load);
  if (!helper.ok) return helper;
  return new Promise((resolve) => {
    const leave = () => end(failed({ kind: 'abandoned' }));
    const timer = options.clockMs === undefined ? undefined
      : setTimeout(() => end(failed({ kind: 'noAnswer', from: 'outlook' })), options.clockMs);
    const end = (result: Result<DialogEnd>) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', leave);
      resolve(result);
    };
    options.signal?.addEventListener('abort', leave);
    try {
      new helper.value.Dialog(url, options.width ?? 480, options.height ?? 640).result.then(
        (value) => end(ok({ kind: 'message', value: fromText(value) })),
        (error: unknown) => end(fromHelper(error)),
      );
    } catch (error) {
      end(fromHelper(error));
    }
  });
}

/** Inside a page that `openDialog` opened: sends `value`, which must be fit for JSON; the opener closes the window. */
export async function answerDialog(value: unknown, load: LoadHelper = loadHelper): Promise<Result<null>> {
  const helper = await loaded(load);
  if (!helper.ok) return helper;
  try {
    // As text: the helper loses an object on the way (it looks for a `value` inside it at the other end).
    helper.value.Dialog.close(JSON.stringify(value));
    return ok(null);
  } catch (error) {
    const result = fromHelper(error);
    return result.ok ? ok(null) : result;
  }
}

/** The package is archived and heavy, so it is a chunk of its own and met in this file alone. */
const loadHelper: LoadHelper = () => import('@microsoft/office-js-helpers');

async function loaded(load: LoadHelper): Promise<Result<DialogHelper>> {
  try {
    return ok(await load());
  } catch {
    return failed({ kind: 'offline' });
  }
}

function fromText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' && origin === globalThis.location.origin;
}

/** The helper wraps what Office gave: an error object when the window did not open, a bare code when it ended. */
function fromHelper(error: unknown): Result<DialogEnd> {
  const inner = typeof error === 'object' && error !== null ? (error as { innerError?: unknown }).innerError : undefined;
  const code = typeof inner === 'object' && inner !== null ? (inner as { code?: unknown }).code : inner;
  if (code === 12006) return ok({ kind: 'closed' });
  return refused(typeof code === 'number' ? String(code) : 'unknown');
}

const refused = (code: string) => failed({ kind: 'refused', code, message: '' } as const);
