/** A draft or an event one organizes, as it is written. People come and go here; the pane hears of it. */
import type { Draft, Item, ItemPerson, Meeting } from '../../seed/items.ts';
import { cast } from '../../seed/people.ts';
import { button, element } from './element.ts';
import { icon } from './icon.ts';
import { itemDates } from './itemDates.ts';
import type { Mailbox, RecipientField } from './mailbox.ts';

const labels: Record<RecipientField, string> = { to: 'To', cc: 'Cc', bcc: 'Bcc', required: 'Required', optional: 'Optional' };

export type ComposeView = { readonly element: HTMLElement; readonly refresh: () => void };

export function composeView(first: Draft | Meeting, mailbox: Mailbox, locale: string): ComposeView {
  const current = () => mailbox.find(first.id) as Draft | Meeting;
  const fields: readonly RecipientField[] = first.type === 'draft' ? ['to', 'cc', 'bcc'] : ['required', 'optional'];
  const rows = fields.map((field) => recipientRow(field, () => mailbox.recipients(current(), field),
    (people) => { mailbox.setRecipients(current(), field, people); }));
  const subject = input('Subject', () => current().subject, (text) => { mailbox.change(current(), { subject: text }); });
  const location = first.type === 'event' ? input('Location', () => (current() as Meeting).location,
    (text) => { mailbox.change(current(), { location: text }); }) : null;
  const body = element('textarea', { class: 'compose-body', 'aria-label': 'Body', dir: 'auto', rows: 14 });
  body.addEventListener('input', () => { mailbox.change(current(), { body: body.value }); });
  const state = element('span', { class: 'compose-state' });
  const save = button('Save draft', () => { mailbox.save(current()); }, { class: 'quiet' });

  const refresh = () => {
    const item = current();
    for (const row of rows) row.refresh();
    subject.refresh();
    location?.refresh();
    if (document.activeElement !== body) body.value = item.body;
    state.textContent = stateWords(item, locale);
    save.hidden = item.type !== 'draft' || item.saved;
  };
  refresh();
  return {
    element: element('article', { class: 'compose', 'aria-label': first.type === 'draft' ? 'New message' : 'New event' },
      element('div', { class: 'compose-bar' }, element('span', { class: 'fake-send' }, 'Send'), save, state),
      ...rows.map((row) => row.element), subject.element, location?.element, body, knownPeople()),
    refresh,
  };
}

function stateWords(item: Item, locale: string): string {
  if (item.type === 'event') return itemDates(locale).range(item.at, item.end);
  return item.type === 'draft' && item.saved ? 'Draft saved' : 'Not saved yet: the host knows no id of it';
}

function recipientRow(field: RecipientField, read: () => readonly ItemPerson[], write: (people: readonly ItemPerson[]) => void) {
  const label = labels[field];
  const entry = element('input', { type: 'text', class: 'recipient-entry', 'aria-label': `Add to ${label}`, list: 'known-people', autocomplete: 'off' });
  const chips = element('span', { class: 'chips' });
  const take = () => {
    const person = readPerson(entry.value);
    if (person === null) return;
    entry.value = '';
    write([...read(), person]);
  };
  entry.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ';') {
      event.preventDefault();
      take();
    }
  });
  entry.addEventListener('change', take);
  return {
    element: element('div', { class: 'compose-row' }, element('span', { class: 'compose-label' }, label), chips, entry),
    refresh(): void {
      chips.replaceChildren(...read().map((person, n) => element('span', { class: 'chip', title: person.address, dir: 'auto' },
        person.name,
        button(`Remove ${person.name}`, () => { write(read().filter((_, index) => index !== n)); }, { class: 'chip-remove' }, icon('close')))));
    },
  };
}

function input(label: string, read: () => string, write: (text: string) => void) {
  const field = element('input', { type: 'text', class: 'compose-input', 'aria-label': label, placeholder: `Add a ${label.toLowerCase()}`, dir: 'auto' });
  field.addEventListener('input', () => { write(field.value); });
  return {
    element: element('div', { class: 'compose-row' }, field),
    refresh(): void { if (document.activeElement !== field) field.value = read(); },
  };
}

/** "Name <address>" or an address; nothing else becomes a person, as a real host waits until somebody is resolved. */
export function readPerson(text: string): ItemPerson | null {
  const named = /^\s*(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text);
  const address = named?.[2] ?? (/^\s*([^\s<>@]+@[^\s<>@]+)\s*$/.exec(text)?.[1]);
  if (address === undefined) return null;
  return { name: named?.[1] === undefined || named[1] === '' ? address : named[1], address };
}

function knownPeople(): HTMLElement {
  return element('datalist', { id: 'known-people' },
    ...Object.values(cast).map((person) => element('option', { value: `${person.name} <${person.address}>` })));
}
