/**
 * The list of a module. Arrow keys move the selection, and each move opens the item, as in Outlook; that is how
 * people run through their mail while the pane is pinned.
 */
import type { Item } from '../../seed/items.ts';
import { avatar } from './avatar.ts';
import { element } from './element.ts';
import { itemDates } from './itemDates.ts';

export type Module = 'mail' | 'calendar' | 'drafts';

export function moduleOf(item: Item): Module {
  return ({ mail: 'mail', event: 'calendar', draft: 'drafts' } as const)[item.type];
}

export const moduleNames: Readonly<Record<Module, string>> = { mail: 'Inbox', calendar: 'Calendar', drafts: 'Drafts' };

export function itemList(onSelect: (id: string) => void) {
  const list = element('ul', { class: 'items', role: 'listbox', 'aria-label': 'Items', tabindex: -1 });
  let options = new Map<string, HTMLElement>();

  const select = (option: HTMLElement | undefined) => {
    if (option === undefined) return;
    option.focus();
    onSelect(option.dataset['id'] ?? 'none');
  };

  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (option !== null) select(option);
  });
  list.addEventListener('keydown', (event) => {
    const all = [...options.values()];
    const now = all.findIndex((option) => option === document.activeElement);
    const wanted = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1, Enter: now, ' ': now }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    select(all[Math.min(all.length - 1, Math.max(0, wanted))]);
  });

  return {
    element: list,
    show(items: readonly Item[], selectedId: string, locale: string): void {
      const dates = itemDates(locale);
      const hadFocus = list.contains(document.activeElement);
      options = new Map(items.map((item) => [item.id, row(item, dates)]));
      list.replaceChildren(...options.values());
      this.mark(selectedId);
      if (hadFocus) (options.get(selectedId) ?? [...options.values()][0])?.focus();
    },
    /** Leaves the rows where they are, so that the focus stays in the list. */
    mark(selectedId: string): void {
      const reachable = options.has(selectedId) ? selectedId : options.keys().next().value;
      for (const [id, option] of options) {
        option.setAttribute('aria-selected', String(id === selectedId));
        option.tabIndex = id === reachable ? 0 : -1;
      }
      options.get(selectedId)?.scrollIntoView({ block: 'nearest' });
    },
    focus(): void {
      (list.querySelector<HTMLElement>('[tabindex="0"]') ?? list).focus();
    },
  };
}

function row(item: Item, dates: ReturnType<typeof itemDates>): HTMLElement {
  const who = headline(item);
  const subject = item.subject || '(no subject)';
  const label = `${who}, ${subject}, ${dates.inList(item.at)}`;
  return element('li', { role: 'option', class: 'item', 'data-id': item.id, 'aria-label': label, 'aria-selected': 'false', tabindex: -1 },
    avatar(who),
    element('span', { class: 'item-text' },
      element('span', { class: 'item-first' },
        element('span', { class: 'item-who', dir: 'auto' }, who),
        element('span', { class: 'item-when' }, dates.inList(item.at))),
      element('span', { class: 'item-subject', dir: 'auto' }, subject),
      element('span', { class: 'item-preview', dir: 'auto' }, item.body.replace(/\s+/g, ' ').slice(0, 90))));
}

function headline(item: Item): string {
  switch (item.type) {
    case 'mail': return item.from.name;
    case 'draft': return item.to.length === 0 ? '[Draft]' : `[Draft] ${item.to.map((person) => person.name).join('; ')}`;
    case 'event': return item.role === 'organizer' ? 'You organize' : item.organizer.name;
  }
}
