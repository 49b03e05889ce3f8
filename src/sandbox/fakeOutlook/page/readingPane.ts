/** A message or an invitation as it is read. */
import type { ItemPerson, Mail, Meeting, Response } from '../../seed/items.ts';
import { avatar } from './avatar.ts';
import { element } from './element.ts';
import { itemDates } from './itemDates.ts';
import type { Category, NotificationMessage } from './mailbox.ts';

const responseWords: Record<Response, string> = {
  none: 'No answer', organizer: 'Organizer', tentative: 'Tentative', accepted: 'Accepted', declined: 'Declined',
};

/** More than these are shown on demand. */
const firstPeople = 6;

export function readingPane(
  item: Mail | Meeting, locale: string, categories: readonly Category[], notifications: readonly NotificationMessage[],
): HTMLElement {
  const dates = itemDates(locale);
  const head = item.type === 'mail' ? mailHead(item, dates) : meetingHead(item, dates);
  return element('article', { class: 'read', 'aria-label': item.subject },
    ...notifications.map((one) => element('p', { class: 'infobar', role: 'status' }, one.message)),
    element('h2', { class: 'subject', dir: 'auto' }, item.subject),
    categories.length === 0 ? null : element('p', { class: 'categories' },
      ...categories.map((one) => element('span', { class: 'category' }, one.displayName))),
    head,
    element('div', { class: 'body', dir: 'auto' }, ...item.body.split(/\n{2,}/).map(paragraph)));
}

function mailHead(mail: Mail, dates: ReturnType<typeof itemDates>): HTMLElement {
  const behalf = mail.sender !== undefined && mail.sender.address !== mail.from.address;
  return element('div', { class: 'card' },
    element('div', { class: 'from' },
      avatar(mail.from.name, 'large'),
      element('div', { class: 'from-text' },
        element('div', { class: 'from-name', dir: 'auto' }, behalf ? `${mail.sender?.name ?? ''} on behalf of ${mail.from.name}` : mail.from.name),
        element('div', { class: 'address' }, `<${mail.from.address}>`)),
      element('time', { class: 'when' }, dates.long(mail.at))),
    peopleLine('To', mail.to),
    mail.cc.length === 0 ? null : peopleLine('Cc', mail.cc),
    mail.invitation === undefined ? null : element('div', { class: 'invitation' },
      fact('When', dates.range(mail.invitation.start, mail.invitation.end)), fact('Where', mail.invitation.location)));
}

function meetingHead(meeting: Meeting, dates: ReturnType<typeof itemDates>): HTMLElement {
  const all = [...meeting.required, ...meeting.optional];
  const count = (response: Response) => all.filter((person) => person.response === response).length;
  return element('div', { class: 'card' },
    fact('When', dates.range(meeting.at, meeting.end)),
    fact('Where', meeting.location),
    fact('Organizer', meeting.organizer.name),
    fact('Answers', `${count('accepted')} accepted, ${count('tentative')} tentative, ${count('declined')} declined, ${count('none')} without answer`),
    attendees('Required', meeting.required),
    meeting.optional.length === 0 ? null : attendees('Optional', meeting.optional));
}

function fact(label: string, value: string): HTMLElement {
  return element('div', { class: 'fact' }, element('span', { class: 'fact-label' }, label), element('span', { dir: 'auto' }, value));
}

function peopleLine(label: string, people: readonly ItemPerson[]): HTMLElement {
  const names = people.map((person) => element('span', { class: 'person', title: person.address, dir: 'auto' }, person.name));
  const line = element('div', { class: 'people' }, element('span', { class: 'fact-label' }, label), ...names.slice(0, firstPeople));
  fold(line, names);
  return line;
}

function attendees(label: string, people: readonly ItemPerson[]): HTMLElement {
  const rows = people.map((person) => element('span', { class: 'attendee', title: person.address },
    avatar(person.name),
    element('span', { class: 'attendee-text' },
      element('span', { dir: 'auto' }, person.name),
      element('span', { class: `response response-${person.response ?? 'none'}` }, responseWords[person.response ?? 'none']))));
  const grid = element('div', { class: 'attendees' }, ...rows.slice(0, firstPeople));
  fold(grid, rows);
  return element('div', {}, element('div', { class: 'fact-label' }, `${label} (${people.length})`), grid);
}

function fold(place: HTMLElement, all: readonly HTMLElement[]): void {
  if (all.length <= firstPeople) return;
  const more = element('button', { type: 'button', class: 'more', dir: 'ltr' }, `+${all.length - firstPeople} more`);
  more.addEventListener('click', () => { more.replaceWith(...all.slice(firstPeople)); });
  place.append(more);
}

function paragraph(text: string): HTMLElement {
  const made = element('p');
  text.split('\n').forEach((line, n) => { made.append(...(n === 0 ? [] : [document.createElement('br')]), line); });
  return made;
}
