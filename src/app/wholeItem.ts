import { foldAddress } from '#domain/normalize';
import type { ItemKind, OpenItem, PersonOnItem, Role } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { LookUpPeople } from './lookUpPeople.ts';

export type WholeItemPorts = {
  readonly people: Pick<LookUpPeople, 'show' | 'unreadable' | 'leaving'>;
  /** Everybody on a message or an event of this mailbox, by its id on Graph. */
  readonly read: (kind: ItemKind, id: string) => Promise<Result<readonly PersonOnItem[]>>;
  readonly membersOf: (address: string) => Promise<Result<readonly PersonOnItem[]>>;
  /** One entry per person, with all their roles. */
  readonly merge: (people: readonly PersonOnItem[]) => readonly PersonOnItem[];
};

/**
 * Stands between Outlook and `lookUpPeople`: what Graph told beyond what Outlook tells of the open item is laid over it,
 * each time Outlook tells of the same item again. It is forgotten with the next item. Answers that come late, for an item
 * that is no longer open, end in `abandoned` and are shown nowhere.
 */
export type WholeItem = {
  show(item: OpenItem | null): Promise<void>;
  unreadable(problem: Problem): void;
  leaving(): void;
  /** Reads everybody on the item through Graph. `gone` when it is not in one's own mailbox, or has no id there. */
  readWholeItem(item: OpenItem): Promise<Result<null>>;
  /** Puts the members of a group among the people, each in the roles of the group; says how many they are. */
  readGroup(item: OpenItem, group: PersonOnItem): Promise<Result<number>>;
};

type Beyond = { readonly of: string; readonly everybody: readonly PersonOnItem[] | null; readonly groups: ReadonlyMap<string, readonly PersonOnItem[]> };

export function wholeItem({ people, read, membersOf, merge }: WholeItemPorts): WholeItem {
  /** As Outlook tells of it. */
  let open: OpenItem | null = null;
  let beyond: Beyond | null = null;

  const knownOf = (item: OpenItem): Beyond =>
    (beyond?.of === sameness(item) ? beyond : { of: sameness(item), everybody: null, groups: new Map() });

  function laidOver(item: OpenItem): OpenItem {
    const { everybody, groups } = knownOf(item);
    if (everybody === null && groups.size === 0) return item;
    const named = merge([...item.people, ...everybody ?? []]);
    const members = named.flatMap((one) => (groups.get(foldAddress(one.address)) ?? []).map((member) => ({ ...member, roles: rolesWithin(one) })));
    return { ...item, people: merge([...named, ...members]), ...(everybody === null ? {} : { mayHaveMore: false, whole: true as const }) };
  }

  /** False when another item is open by now. */
  function add(to: OpenItem, change: (before: Beyond) => Beyond): boolean {
    if (open === null || sameness(open) !== sameness(to)) return false;
    beyond = change(knownOf(open));
    void people.show(laidOver(open));
    return true;
  }

  return {
    async show(item) {
      open = item;
      if (item !== null && beyond?.of !== sameness(item)) beyond = null;
      await people.show(item === null ? null : laidOver(item));
    },
    unreadable(problem) {
      open = null;
      people.unreadable(problem);
    },
    leaving() {
      open = null;
      people.leaving();
    },
    async readWholeItem(item) {
      if (item.id === undefined) return failed({ kind: 'gone' });
      const everybody = await read(item.kind, item.id);
      if (!everybody.ok) return everybody;
      return add(item, (before) => ({ ...before, everybody: everybody.value })) ? ok(null) : failed({ kind: 'abandoned' });
    },
    async readGroup(item, group) {
      const members = await membersOf(group.address.trim());
      if (!members.ok) return members;
      const done = add(item, (before) => ({ ...before, groups: new Map([...before.groups, [foldAddress(group.address), members.value]]) }));
      return done ? ok(members.value.length) : failed({ kind: 'abandoned' });
    },
  };
}

/** What tells one item from another: its id outlives the events by which hosts tell of the same item once more. */
const sameness = (item: OpenItem): string => item.id ?? `key ${item.key}`;

/** Nobody in a group has sent the mail or called the meeting because the group has. */
function rolesWithin(group: PersonOnItem): readonly Role[] {
  const roles = group.roles.filter((role) => role !== 'from' && role !== 'sender' && role !== 'organizer');
  return roles.length > 0 ? roles : ['to'];
}
