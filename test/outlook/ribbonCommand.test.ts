import { answerRibbonButton, showOnItem } from '#outlook/ribbonCommand';
import { installOffice, mail, uninstallOffice } from './fakeOffice.ts';

afterEach(() => {
  uninstallOffice();
  jest.useRealTimers();
});

type Shown = { readonly key: string; readonly details: { readonly message: string; readonly type: string } };

/** An Office with a message open, a table of actions, and a button to press. */
function ribbon(how: { readonly answers?: boolean } = {}) {
  const shown: Shown[] = [];
  const notificationMessages = {
    replaceAsync: (key: string, details: Shown['details'], done: (answer: unknown) => void) => {
      shown.push({ key, details });
      if (how.answers !== false) done({ status: 'succeeded' });
    },
  };
  const item = mail({ notificationMessages });
  const office = installOffice({ item });
  const actions = new Map<string, (event: { completed: () => void }) => void>();
  Object.assign((globalThis as unknown as { Office: object }).Office, { actions: { associate: (name: string, act: () => void) => actions.set(name, act) } });
  const completed = jest.fn();
  return { shown, item, office, completed, press: () => actions.get('addSender')?.({ completed }) };
}
const options = { clockMs: 45_000, tooLong: 'That takes long.' };
const settle = async () => { for (let n = 0; n < 10; n += 1) await Promise.resolve(); };

it('shows what came of it on the message, and says that it has ended', async () => {
  const { shown, completed, press } = ribbon();
  answerRibbonButton('addSender', () => Promise.resolve('Anna is in your contacts now.'), options);
  press();
  await settle();
  expect(shown).toEqual([{ key: 'contactPane', details: expect.objectContaining({ type: 'informationalMessage', message: 'Anna is in your contacts now.' }) as unknown }]);
  expect(completed).toHaveBeenCalledTimes(1);
});

it('shows it on the message the button was pressed for, though another is open by then', async () => {
  const { shown, office, press } = ribbon();
  answerRibbonButton('addSender', () => Promise.resolve('Done.'), options);
  press();
  office.context.mailbox.item = mail();
  await settle();
  expect(shown).toHaveLength(1);
});

it('ends by its own clock when nothing comes of it', async () => {
  jest.useFakeTimers();
  const { shown, completed, press } = ribbon();
  answerRibbonButton('addSender', () => new Promise<string>(() => undefined), options);
  press();
  await jest.advanceTimersByTimeAsync(44_000);
  expect(completed).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(shown[0]?.details.message).toBe('That takes long.');
  expect(completed).toHaveBeenCalledTimes(1);
});

it('ends though Outlook never answers the notification, and though there is no message any more', async () => {
  jest.useFakeTimers();
  const silent = ribbon({ answers: false });
  answerRibbonButton('addSender', () => Promise.resolve('Done.'), options);
  silent.press();
  await jest.advanceTimersByTimeAsync(20_000);
  expect(silent.completed).toHaveBeenCalledTimes(1);
  const empty = ribbon();
  empty.office.context.mailbox.item = null;
  answerRibbonButton('addSender', () => Promise.resolve('Done.'), options);
  empty.press();
  await jest.advanceTimersByTimeAsync(100);
  expect(empty.completed).toHaveBeenCalledTimes(1);
});

it('cuts what Outlook would not show, and gives up where there are no notifications', async () => {
  const { shown, item } = ribbon();
  expect((await showOnItem(item, 'x'.repeat(200))).ok).toBe(true);
  expect(shown[0]?.details.message).toHaveLength(150);
  expect(await showOnItem({}, 'x')).toMatchObject({ ok: false, problem: { kind: 'refused', code: 'notAvailable' } });
});
