import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { guarded } from './guarded.ts';
import { officeCall, officeProblem } from './officeCall.ts';

type Forms = {
  readonly displayNewMessageFormAsync?: unknown;
  readonly displayNewMessageForm?: unknown;
};

const forms = (): Forms => guarded(() => Office.context.mailbox as unknown as Forms) ?? {};

/** False while composing and on phones, where Outlook has no such form: offer copying the address instead. */
export function canOpenNewMessage(): boolean {
  const { displayNewMessageFormAsync, displayNewMessageForm } = forms();
  return typeof displayNewMessageFormAsync === 'function' || typeof displayNewMessageForm === 'function';
}

/**
 * Opens Outlook's own form for a new mail to these addresses. `refused` with code `notAvailable` where the host has
 * no such call. The functions are looked at rather than the requirement set, which some hosts claim without having
 * them. (Outlook add-ins, "Office.Mailbox", displayNewMessageFormAsync)
 */
export async function openNewMessage(to: readonly string[]): Promise<Result<null>> {
  const mailbox = forms();
  const parameters = { toRecipients: [...to] };
  if (typeof mailbox.displayNewMessageFormAsync === 'function') {
    const shown = await officeCall<void>((done) => Office.context.mailbox.displayNewMessageFormAsync(parameters, done));
    return shown.ok ? ok(null) : shown;
  }
  if (typeof mailbox.displayNewMessageForm !== 'function') {
    return failed({ kind: 'refused', code: 'notAvailable', message: '' });
  }
  try {
    Office.context.mailbox.displayNewMessageForm(parameters);
    return ok(null);
  } catch (error) {
    return failed(officeProblem(error));
  }
}
