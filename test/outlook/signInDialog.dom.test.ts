/**
 * @jest-environment-options {"url": "https://pane.test/taskpane.html"}
 */
import { failed, ok } from '#domain/result';
import { answerOpener, askInDialog } from '#outlook/signInDialog';
import { installOffice, uninstallOffice } from './fakeOffice.ts';

type Handlers = Record<string, (event: unknown) => void>;

function office({ refusal, origins = true, late = false }: { refusal?: number; origins?: boolean; late?: boolean } = {}) {
  const seen = { opened: [] as { url: string; options: unknown }[], sent: [] as unknown[][], closed: 0, handlers: {} as Handlers, open: () => undefined as void };
  installOffice({ context: {
    requirements: { isSetSupported: (set: string) => set === 'DialogOrigin' && origins },
    ui: {
      displayDialogAsync: (url: string, options: unknown, done: (answer: unknown) => void) => {
        seen.opened.push({ url, options });
        if (refusal !== undefined) return done({ status: 'failed', error: { code: refusal, message: 'anna@x.example' } });
        seen.open = () => done({ status: 'succeeded', value: {
          addEventHandler: (type: string, handler: (event: unknown) => void) => { seen.handlers[type] = handler; }, close: () => { seen.closed += 1; },
        } });
        if (!late) seen.open();
      },
      messageParent: (...args: unknown[]) => seen.sent.push(args),
    },
  } });
  Object.assign((globalThis as unknown as { Office: object }).Office, { EventType: { DialogMessageReceived: 'message', DialogEventReceived: 'event' } });
  return seen;
}
const ask = (clockMs = 1000, stop = new AbortController()) => askInDialog('https://pane.test/signin.html', { signal: stop.signal, clockMs });

afterEach(uninstallOffice);

it('takes the first message of our own page and closes the window', async () => {
  const seen = office();
  const waiting = ask();
  seen.handlers.message?.({ message: '{"foreign":true}', origin: 'https://elsewhere.test' });
  seen.handlers.message?.({ message: '{"foreign":true}', origin: undefined });
  seen.handlers.message?.({ message: '{"n":1}', origin: 'https://pane.test' });
  seen.handlers.message?.({ message: '{"n":2}', origin: 'https://pane.test' });
  expect(await waiting).toEqual(ok({ kind: 'message', value: { n: 1 } }));
  expect(seen.closed).toBe(1);
});

it('takes a message without an origin where the host tells none', async () => {
  const seen = office({ origins: false });
  const waiting = ask();
  seen.handlers.message?.({ message: 'no json', origin: undefined });
  expect(await waiting).toEqual(ok({ kind: 'message', value: null }));
});

it('knows a window that was closed from one that failed', async () => {
  const seen = office();
  const closed = ask();
  seen.handlers.event?.({ error: 12006 });
  expect(await closed).toEqual(ok({ kind: 'closed' }));
  const missing = ask();
  seen.handlers.event?.({ error: 12002 });
  expect(await missing).toEqual(failed({ kind: 'refused', code: '12002', message: '' }));
});

it.each([12004, 12007, 12009, 12011])('passes %d on, without Office\'s text', async (code) => {
  office({ refusal: code });
  expect(await ask()).toEqual(failed({ kind: 'refused', code: String(code), message: '' }));
});

it('ends by its own clock, and when the caller gives up; the window goes', async () => {
  const seen = office();
  expect(await ask(10)).toEqual(failed({ kind: 'noAnswer', from: 'outlook' }));
  const stop = new AbortController();
  const waiting = ask(1000, stop);
  stop.abort();
  expect(await waiting).toEqual(failed({ kind: 'abandoned' }));
  expect(seen.closed).toBe(2);
});

it('closes a window that opens after the caller has given up', async () => {
  const seen = office({ late: true });
  const stop = new AbortController();
  const waiting = ask(1000, stop);
  stop.abort();
  await waiting;
  seen.open();
  expect(seen.closed).toBe(1);
});

it('notices that the browser blocks the window, and spares Office its notice about it', async () => {
  const browsers = jest.fn(() => null);
  window.open = browsers;
  const seen = office({ late: true });
  const { ui } = (globalThis as unknown as { Office: { context: { ui: { displayDialogAsync: (...args: unknown[]) => void } } } }).Office.context;
  const display = ui.displayDialogAsync;
  let given: Window | null = null;
  ui.displayDialogAsync = (...args) => { given = window.open('https://pane.test/signin.html'); display(...args); };
  expect(await ask()).toEqual(failed({ kind: 'refused', code: '12011', message: '' }));
  expect((given as Window | null)?.closed).toBe(true);
  expect(window.open).toBe(browsers);
  seen.open();
  expect(seen.closed).toBe(1);
});

it('is a problem where Office has no dialogs', async () => {
  installOffice({ context: {} });
  expect((await ask()).ok).toBe(false);
});

it('answers the opener, and nobody else', async () => {
  const seen = office();
  expect(await answerOpener({ n: 1 })).toEqual(ok(null));
  expect(seen.sent).toEqual([['{"n":1}', { targetOrigin: 'https://pane.test' }]]);
});

it('says so when there is no Office to answer through', async () => {
  uninstallOffice();
  expect(await answerOpener({}, 20)).toEqual(failed({ kind: 'noAnswer', from: 'outlook' }));
});
