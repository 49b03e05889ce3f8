import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { guarded } from './guarded.ts';
import { officeCall, officeProblem } from './officeCall.ts';

type Forms = {
  readonly displayNewAppointmentFormAsync?: unknown;
  readonly displayNewAppointmentForm?: unknown;
};

const forms = (): Forms => guarded(() => Office.context.mailbox as unknown as Forms) ?? {};

/** False while composing and on phones, where Outlook has no such form. */
export function canOpenNewAppointment(): boolean {
  const { displayNewAppointmentFormAsync, displayNewAppointmentForm } = forms();
  return typeof displayNewAppointmentFormAsync === 'function' || typeof displayNewAppointmentForm === 'function';
}

/**
 * Opens Outlook's own form for a new meeting with these addresses as required attendees; at most 100 of them. `refused`
 * with code `notAvailable` where the host has no such call. (Outlook add-ins, "Office.Mailbox",
 * displayNewAppointmentFormAsync: each of the attendee lists takes 100 entries)
 */
export async function openNewAppointment(attendees: readonly string[]): Promise<Result<null>> {
  const mailbox = forms();
  const parameters = { requiredAttendees: [...attendees] };
  if (typeof mailbox.displayNewAppointmentFormAsync === 'function') {
    const shown = await officeCall<void>((done) => Office.context.mailbox.displayNewAppointmentFormAsync(parameters, done));
    return shown.ok ? ok(null) : shown;
  }
  if (typeof mailbox.displayNewAppointmentForm !== 'function') {
    return failed({ kind: 'refused', code: 'notAvailable', message: '' });
  }
  try {
    Office.context.mailbox.displayNewAppointmentForm(parameters);
    return ok(null);
  } catch (error) {
    return failed(officeProblem(error));
  }
}
