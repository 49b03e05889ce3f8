/**
 * @jest-environment-options {"url": "https://pane.test/taskpane.html"}
 */
import { failed } from '#domain/result';
import { answerDialog, openDialog } from '#outlook/dialog';
import { installOffice, uninstallOffice } from './fakeOffice.ts';

type Handlers = Record<string, (event: unknown) => void>;

/** An Office that opens windows for the real helper; `on` sees the window's handlers. */
function office(on: (handlers: Handlers) => void, refusal?: number) {
  const opened: string[] = [];
  const sent: string[] = [];
  installOffice({ context: { host: 'Outlook', platform: 'OfficeOnline', ui: {
    displayDialogAsync: (url: string, _options: unknown, done: (answer: unknown) => void) => {
      opened.push(url);
      if (refusal !== undefined) return done({ status: 'failed', error: { code: refusal, message: 'no' } });
      const handlers: Handlers = {};
      done({ status: 'succeeded', value: { addEventHandler: (type: string, handler: (event: unknown) => void) => { handlers[type] = handler; }, close: () => undefined } });
      on(handlers);
    },
    messageParent: (text: string) => sent.push(text),
  } } });
  Object.assign((globalThis as unknown as { Office: object }).Office, {
    AsyncResultStatus: { Failed: 'failed' }, EventType: { DialogMessageReceived: 'message', DialogEventReceived: 'event' },
  });
  return { opened, sent };
}

beforeAll(() => { Object.assign(window, { screen: { width: 1200, height: 900 } }); });
afterEach(uninstallOffice);

const page = 'https://pane.test/dialog.html';

it('gives what the page sent, by way of the real helper', async () => {
  const page1 = office(() => undefined);
  expect(await answerDialog({ token: 'x', n: 1 })).toEqual({ ok: true, value: null });
  const { opened } = office((handlers) => handlers.message?.({ message: page1.sent[0] }));
  expect(await openDialog(page)).toEqual({ ok: true, value: { kind: 'message', value: { token: 'x', n: 1 } } });
  expect(opened).toEqual([page]);
});

it('knows a window that was closed from one that failed', async () => {
  office((handlers) => handlers.event?.({ error: 12006 }));
  expect(await openDialog(page)).toEqual({ ok: true, value: { kind: 'closed' } });
  office((handlers) => handlers.event?.({ error: 12002 }));
  expect(await openDialog(page)).toEqual(failed({ kind: 'refused', code: '12002', message: '' }));
});

it.each([12007, 12009, 12011])('says with code %i why no window opened', async (code) => {
  office(() => undefined, code);
  expect(await openDialog(page)).toEqual(failed({ kind: 'refused', code: String(code), message: '' }));
});

it.each(['https://elsewhere.test/dialog.html', 'http://pane.test/dialog.html', '/dialog.html', 'javascript:alert(1)', ''])('opens nobody else\'s page: %s', async (url) => {
  const { opened } = office(() => undefined);
  expect(await openDialog(url)).toEqual(failed({ kind: 'refused', code: 'notOurPage', message: '' }));
  expect(opened).toEqual([]);
});

it('waits without a clock unless it is given one, and can be given up', async () => {
  office(() => undefined);
  expect(await openDialog(page, { clockMs: 5 })).toEqual(failed({ kind: 'noAnswer', from: 'outlook' }));
  const stop = new AbortController();
  const open = openDialog(page, { signal: stop.signal });
  setTimeout(() => stop.abort(), 5);
  expect(await open).toEqual(failed({ kind: 'abandoned' }));
});

it('is offline when the helper cannot be loaded', async () => {
  expect(await openDialog(page, {}, () => Promise.reject(new Error('ChunkLoadError')))).toEqual(failed({ kind: 'offline' }));
});
