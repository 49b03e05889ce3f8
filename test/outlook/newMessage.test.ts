import { failed } from '#domain/result';
import { canOpenNewMessage, openNewMessage } from '#outlook/newMessage';
import { installOffice, uninstallOffice } from './fakeOffice.ts';

afterEach(uninstallOffice);

it('uses the form that answers, else the older one', async () => {
  const displayNewMessageFormAsync = jest.fn((_form: unknown, done: (answer: unknown) => void) => done({ status: 'succeeded' }));
  const displayNewMessageForm = jest.fn();
  installOffice({ mailbox: { displayNewMessageFormAsync, displayNewMessageForm } });
  expect(await openNewMessage(['a@x.example'])).toEqual({ ok: true, value: null });
  expect(displayNewMessageFormAsync.mock.calls[0]?.[0]).toEqual({ toRecipients: ['a@x.example'] });
  expect(displayNewMessageForm).not.toHaveBeenCalled();
  installOffice({ mailbox: { displayNewMessageForm } });
  expect([canOpenNewMessage(), (await openNewMessage(['b@x.example'])).ok]).toEqual([true, true]);
  expect(displayNewMessageForm).toHaveBeenCalledWith({ toRecipients: ['b@x.example'] });
});

it('is not on offer while composing', async () => {
  installOffice();
  expect(canOpenNewMessage()).toBe(false);
  expect(await openNewMessage(['a@x.example'])).toEqual(failed({ kind: 'refused', code: 'notAvailable', message: '' }));
});

it('survives a form that throws because no item is open', async () => {
  const form = () => { throw Object.assign(new Error(), { name: 'InvalidOperation' }); };
  installOffice({ mailbox: { displayNewMessageForm: form } });
  expect(await openNewMessage([])).toEqual(failed({ kind: 'refused', code: 'InvalidOperation', message: '' }));
  installOffice({ mailbox: { displayNewMessageFormAsync: form } });
  expect((await openNewMessage([])).ok).toBe(false);
});
