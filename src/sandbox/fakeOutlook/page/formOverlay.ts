/** Shows what a pane asked the host to open: the host's forms are not ours to play, their parameters are. */
import { button, element } from './element.ts';
import type { Form } from './executeMethod.ts';

const titles: Readonly<Record<Form['kind'], string>> = {
  message: 'New message', appointment: 'New event', reply: 'Reply', item: 'Open item', persona: 'Person card', module: 'Go to',
};

const names: Readonly<Record<string, string>> = {
  toRecipients: 'To', ccRecipients: 'Cc', bccRecipients: 'Bcc', subject: 'Subject', htmlBody: 'Body', body: 'Body', attachments: 'Attachments',
  requiredAttendees: 'Required', optionalAttendees: 'Optional', start: 'Start', end: 'End', location: 'Location', itemId: 'Item',
};

export function showForm(form: Form): void {
  const dialog = element('dialog', { class: 'form', 'aria-label': titles[form.kind] });
  const facts = Object.entries(form.parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  dialog.append(
    element('h2', {}, titles[form.kind]),
    element('p', { class: 'hint' }, 'The add-in asked Outlook to open this form with:'),
    element('dl', {}, ...facts.flatMap(([name, value]) => [
      element('dt', {}, names[name] ?? name), element('dd', { dir: 'auto' }, words(name, value)),
    ])),
    element('div', { class: 'form-buttons' }, button('Close', () => { dialog.close(); }, { class: 'primary' })),
  );
  dialog.addEventListener('close', () => { dialog.remove(); });
  document.body.append(dialog);
  dialog.showModal();
}

function words(name: string, value: unknown): string {
  if ((name === 'start' || name === 'end') && typeof value === 'number') return new Date(value).toISOString();
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('; ');
  return JSON.stringify(value);
}
