/**
 * The signed-in user's mailbox while the page lives: the items, and what a pane or the user changed on them. Who
 * shows items asks here each time and listens for changes.
 */
import { items, type Draft, type Item, type ItemPerson, type Meeting } from '../../seed/items.ts';
import { users, type UserKey } from '../../seed/people.ts';

export type RecipientField = 'to' | 'cc' | 'bcc' | 'required' | 'optional';
export type Category = { readonly displayName: string; readonly color: string };
export type NotificationMessage = { readonly key: string; readonly type: number; readonly message: string };

export type Mailbox = ReturnType<typeof openMailbox>;

export function openMailbox(userKey: UserKey) {
  const user = users[userKey];
  const held = new Map<string, Item>(items({ name: user.displayName, address: user.address }).map((item) => [item.id, item]));
  const categories = new Map<string, Category[]>();
  const customProperties = new Map<string, string>();
  const notifications = new Map<string, Map<string, NotificationMessage>>();
  const listeners = new Set<(itemId: string, changed: RecipientField | null) => void>();
  let masterCategories: Category[] = [
    { displayName: 'Red category', color: 'Preset0' }, { displayName: 'Blue category', color: 'Preset7' },
  ];

  const tell = (itemId: string, changed: RecipientField | null) => { for (const hear of listeners) hear(itemId, changed); };

  return {
    user,
    all: (): readonly Item[] => [...held.values()],
    find: (id: string): Item | null => held.get(id) ?? null,

    /** Calls back after each change; with the field when people were added or taken away. */
    onChange(hear: (itemId: string, changed: RecipientField | null) => void): () => void {
      listeners.add(hear);
      return () => { listeners.delete(hear); };
    },

    recipients(item: Item, field: RecipientField): readonly ItemPerson[] {
      const people = (item as unknown as Partial<Record<RecipientField, readonly ItemPerson[]>>)[field];
      return people ?? [];
    },
    setRecipients(item: Item, field: RecipientField, people: readonly ItemPerson[]): void {
      if (!(field in item)) return;
      held.set(item.id, { ...item, [field]: people } as Item);
      tell(item.id, field);
    },
    change(item: Item, part: Partial<Pick<Draft, 'subject' | 'body' | 'at'>> & Partial<Pick<Meeting, 'end' | 'location'>>): void {
      held.set(item.id, { ...item, ...part } as Item);
      tell(item.id, null);
    },
    /** Gives a draft its id on the server. */
    save(item: Item): string {
      if (item.type === 'draft' && !item.saved) {
        held.set(item.id, { ...item, saved: true });
        tell(item.id, null);
      }
      return item.id;
    },

    categories: (id: string): readonly Category[] => categories.get(id) ?? [],
    setCategories(id: string, all: readonly Category[]): void { categories.set(id, [...all]); tell(id, null); },
    masterCategories: (): readonly Category[] => masterCategories,
    setMasterCategories(all: readonly Category[]): void { masterCategories = [...all]; },
    customProperties: (id: string): string => customProperties.get(id) ?? '{}',
    setCustomProperties(id: string, json: string): void { customProperties.set(id, json); },
    notifications: (id: string): readonly NotificationMessage[] => [...(notifications.get(id)?.values() ?? [])],
    setNotification(id: string, message: NotificationMessage): void {
      const ofItem = notifications.get(id) ?? new Map<string, NotificationMessage>();
      notifications.set(id, ofItem.set(message.key, message));
      tell(id, null);
    },
    removeNotification(id: string, key: string): void { notifications.get(id)?.delete(key); tell(id, null); },
  };
}
