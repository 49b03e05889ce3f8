import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import type { DialogEnd } from './dialog.ts';
import { guarded } from './guarded.ts';
import { officeProblem } from './officeCall.ts';

/*
 * The dialog in which one signs in. It goes to Office directly and not through the helper library of `dialog.ts`,
 * which names no target origin, checks none, and has no hold on the window it opened.
 */

export type SignInDialogOptions = {
  /** Closes the window and ends the waiting with `abandoned`. */
  readonly signal: AbortSignal;
  readonly clockMs: number;
  /** In CSS pixels; Office wants parts of the screen. */
  readonly width?: number;
  readonly height?: number;
};

/**
 * Opens one of our own pages in a window and gives the first message that comes from our own origin; the window is
 * closed then. `refused` carries Office's code: 12007 another one is open, 12009 the user would not have it, 12011 the
 * browser blocked it, 12002 the page could not be loaded. `noAnswer` after `clockMs`. Call it from a click.
 * (Office add-ins, "Use the Office dialog API in Office Add-ins"; "Handle errors and events in the Office dialog box")
 */
export function askInDialog(url: string, options: SignInDialogOptions): Promise<Result<DialogEnd>> {
  const { origin } = globalThis.location;
  return new Promise((resolve) => {
    let dialog: Office.Dialog | null = null;
    let ended = false;
    const end = (result: Result<DialogEnd>) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      options.signal.removeEventListener('abort', leave);
      guarded(() => dialog?.close());
      resolve(result);
    };
    const leave = () => end(failed({ kind: 'abandoned' }));
    const timer = setTimeout(() => end(failed({ kind: 'noAnswer', from: 'outlook' })), options.clockMs);
    if (options.signal.aborted) return leave();
    options.signal.addEventListener('abort', leave);

    // Hosts without DialogOrigin 1.1 tell no origin, and let only pages of our own domain speak.
    const ours = (from: string | undefined) => from === origin || (from === undefined && !knowsOrigins());
    const opened = (answer: Office.AsyncResult<Office.Dialog>) => {
      if (guarded((): unknown => answer.status) !== 'succeeded') return end(failed(officeProblem(guarded(() => answer.error))));
      dialog = answer.value;
      // Given up while the window was opening.
      if (ended) return void guarded(() => dialog?.close());
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event: { message: string; origin: string | undefined } | { error: number }) => {
        if ('error' in event) return end(refused(event.error));
        if (ours(event.origin)) end(ok({ kind: 'message', value: fromText(event.message) }));
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, (event: { error: number } | { message: string }) => {
        const code = 'error' in event ? event.error : 0;
        end(code === 12006 ? ok({ kind: 'closed' }) : refused(code));
      });
    };
    try {
      const { blocked } = noticingBlocked(() => Office.context.ui.displayDialogAsync(url, {
        width: percent(options.width ?? 480, guarded(() => globalThis.screen.availWidth)),
        height: percent(options.height ?? 640, guarded(() => globalThis.screen.availHeight)),
        // The click was the person's own, so no notice of Office's has to ask for another.
        promptBeforeOpen: false,
      }, opened));
      if (blocked) end(refused(12011));
    } catch (error) {
      end(failed(officeProblem(error)));
    }
  });
}

/** Inside the window: hands `value`, which must be fit for JSON, to the pane that opened it, and to nobody else. */
export async function answerOpener(value: unknown, clockMs = 10_000): Promise<Result<null>> {
  const ready = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), clockMs);
    const settle = (is: boolean) => {
      clearTimeout(timer);
      resolve(is);
    };
    const waiting = guarded(() => Office.onReady());
    if (waiting === undefined) return settle(false);
    Promise.resolve(waiting).then(() => settle(true), () => settle(false));
  });
  if (!ready) return failed({ kind: 'noAnswer', from: 'outlook' });
  try {
    Office.context.ui.messageParent(JSON.stringify(value), { targetOrigin: globalThis.location.origin });
    return ok(null);
  } catch (error) {
    return failed(officeProblem(error));
  }
}

/**
 * Runs what opens a window, and tells whether the browser let it. Office in a browser answers a blocked window with a
 * notice that is written in a way Trusted Types refuse: it breaks off half-way, and what is left of it lies over the pane
 * (observed, npm office.js 1.1.110). So Office gets a window that is closed already, which it can live with. Hosts that
 * open windows without the browser never come by here.
 */
function noticingBlocked(run: () => void): { readonly blocked: boolean } {
  const browsers = globalThis.open;
  let blocked = false;
  globalThis.open = (...how) => {
    const opened = browsers.apply(globalThis, how);
    blocked = opened === null;
    return opened ?? ({ closed: true, close() {}, postMessage() {} } as unknown as Window);
  };
  try {
    run();
  } finally {
    globalThis.open = browsers;
  }
  return { blocked };
}

const knowsOrigins = () => guarded(() => Office.context.requirements.isSetSupported('DialogOrigin', '1.1')) === true;

const percent = (pixels: number, of: number | undefined): number =>
  of === undefined || !(of > 0) ? 60 : Math.min(100, Math.max(10, Math.round((pixels / of) * 100)));

function fromText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

const refused = (code: number) => failed({ kind: 'refused', code: String(code), message: '' } as const);
