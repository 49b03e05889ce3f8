import { failed } from '#domain/result';
import { canOpenNewAppointment, openNewAppointment } from '#outlook/newAppointment';
import { installOffice, uninstallOffice } from './fakeOffice.ts';

afterEach(uninstallOffice);

it('uses the form that answers, else the older one', async () => {
  const displayNewAppointmentFormAsync = jest.fn((_form: unknown, done: (answer: unknown) => void) => done({ status: 'succeeded' }));
  const displayNewAppointmentForm = jest.fn();
  installOffice({ mailbox: { displayNewAppointmentFormAsync, displayNewAppointmentForm } });
  expect(await openNewAppointment(['a@x.example'])).toEqual({ ok: true, value: null });
  expect(displayNewAppointmentFormAsync.mock.calls[0]?.[0]).toEqual({ requiredAttendees: ['a@x.example'] });
  expect(displayNewAppointmentForm).not.toHaveBeenCalled();
  installOffice({ mailbox: { displayNewAppointmentForm } });
  expect([canOpenNewAppointment(), (await openNewAppointment(['b@x.example'])).ok]).toEqual([true, true]);
  expect(displayNewAppointmentForm).toHaveBeenCalledWith({ requiredAttendees: ['b@x.example'] });
});

it('is not on offer while composing', async () => {
  installOffice();
  expect(canOpenNewAppointment()).toBe(false);
  expect(await openNewAppointment(['a@x.example'])).toEqual(failed({ kind: 'refused', code: 'notAvailable', message: '' }));
});

it('survives a form that throws because no item is open', async () => {
  const form = () => { throw Object.assign(new Error(), { name: 'InvalidOperation' }); };
  installOffice({ mailbox: { displayNewAppointmentForm: form } });
  expect(await openNewAppointment([])).toEqual(failed({ kind: 'refused', code: 'InvalidOperation', message: '' }));
  installOffice({ mailbox: { displayNewAppointmentFormAsync: form } });
  expect((await openNewAppointment([])).ok).toBe(false);
});
