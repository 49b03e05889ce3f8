import type { Problem } from '#domain/problem';
import type { OpenItem } from '#domain/personOnItem';
import { guarded, guardedText } from './guarded.ts';
import { currentItem, readOpenItem } from './itemPeople.ts';

export type FollowedItem = {
  /** Looks whether the item changed without an event, as hosts do: call it when the pane gets the focus. */
  readonly check: () => void;
  readonly stop: () => void;
};

export type FollowItemOptions = {
  /** The item could not be read. `onItem(null)` was called before it, since the last one is no longer shown. */
  readonly onProblem?: (problem: Problem) => void;
  /** Outlook shows something else from now on; what it is follows after a moment of quiet. */
  readonly onLeaving?: () => void;
  /** Quiet after an event before the item is read: whoever runs through mails with the arrow key asks for none. */
  readonly quietMs?: number;
  /** After how long an empty item is read again; hosts tell of a change before the new item is there. */
  readonly emptyAgainMs?: readonly number[];
};

type Handler = (event: unknown) => void;
type Emitter = {
  readonly addHandlerAsync?: (type: string, handler: Handler, done?: () => void) => void;
  readonly removeHandlerAsync?: (type: string, options: { handler: Handler }, done?: () => void) => void;
};

/** Office's own names of the events; the second is what they have been so far. */
const itemChanged = () => guardedText(() => Office.EventType.ItemChanged) || 'olkItemSelectedChanged';
const recipientsChanged = () => guardedText(() => Office.EventType.RecipientsChanged) || 'olkRecipientsChanged';

/**
 * Tells of the open item now and whenever it, or the people on a draft, changed. `key` goes up with each item and
 * stays while only its people change. Answers that arrive for an earlier item are dropped. Nothing here takes the
 * focus. (Outlook add-ins, "Implement a pinnable task pane in Outlook")
 */
export function followItem(onItem: (item: OpenItem | null) => void, options: FollowItemOptions = {}): FollowedItem {
  const quietMs = options.quietMs ?? 150;
  const emptyAgainMs = options.emptyAgainMs ?? [200, 400];
  let stopped = false;
  let key = 1;
  /** Counts readings; only the answer of the latest one counts. */
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let told: { readonly print: string; readonly source: object | null } | null = null;
  let watched: object | null = null;

  const onItemChanged = () => {
    if (stopped) return;
    key += 1;
    unwatch();
    options.onLeaving?.();
    readSoon(quietMs, 0);
  };
  const onRecipientsChanged = () => {
    // Handlers of an earlier item were seen to go on firing.
    if (!stopped && watched !== null && watched === currentItem()) readSoon(quietMs, emptyAgainMs.length);
  };

  function readSoon(ms: number, emptyReads: number): void {
    turn += 1;
    reading = true;
    clearTimeout(timer);
    timer = setTimeout(() => void read(emptyReads), ms);
  }

  async function read(emptyReads: number): Promise<void> {
    turn += 1;
    const mine = turn;
    reading = true;
    const source = currentItem();
    const result = await readOpenItem(key);
    if (stopped || mine !== turn) return;
    // The item went away while it was read, and perhaps without an event.
    const again = result.ok ? result.value === null : result.problem.kind === 'abandoned';
    const delay = emptyAgainMs[emptyReads];
    if (again && delay !== undefined) return readSoon(delay, emptyReads + 1);
    reading = false;
    if (result.ok) tell(result.value, source);
    else {
      tell(null, null);
      options.onProblem?.(result.problem);
    }
  }

  function tell(item: OpenItem | null, source: object | null): void {
    told = { print: fingerprint(item), source: item === null ? null : source };
    if (item !== null && source !== null && isDraft(item)) watch(source);
    onItem(item);
  }

  async function check(): Promise<void> {
    if (stopped || reading) return;
    turn += 1;
    const mine = turn;
    const source = currentItem();
    const result = await readOpenItem(key);
    if (stopped || mine !== turn || !result.ok) return;
    if (told !== null && fingerprint(result.value) === told.print) return;
    const sameItem = source !== null && source === told?.source;
    if (!sameItem) {
      key += 1;
      unwatch();
    }
    tell(result.value === null ? null : { ...result.value, key }, source);
  }

  /** A handler stays bound to its item, so each draft gets its own. */
  function watch(source: object): void {
    if (watched === source) return;
    unwatch();
    watched = source;
    guarded(() => (source as Emitter).addHandlerAsync?.(recipientsChanged(), onRecipientsChanged, nothing));
  }
  function unwatch(): void {
    const before = watched as Emitter | null;
    watched = null;
    guarded(() => before?.removeHandlerAsync?.(recipientsChanged(), { handler: onRecipientsChanged }, nothing));
  }

  const mailbox = () => Office.context.mailbox as unknown as Emitter;
  guarded(() => mailbox().addHandlerAsync?.(itemChanged(), onItemChanged, nothing));
  // Outlook on the web was seen to say "ready" again in place of the event. (OfficeDev/office-js issue 5987)
  guarded(() => void Office.onReady(() => void check()));
  void read(0);

  return {
    check: () => void check(),
    stop: () => {
      if (stopped) return;
      stopped = true;
      clearTimeout(timer);
      unwatch();
      guarded(() => mailbox().removeHandlerAsync?.(itemChanged(), { handler: onItemChanged }, nothing));
    },
  };
}

const nothing = (): void => undefined;
const isDraft = (item: OpenItem): boolean => item.kind === 'messageCompose' || item.kind === 'eventOrganizer';

/** Tells two items apart as far as a person would: by what is shown of them. */
const fingerprint = (item: OpenItem | null): string =>
  item === null ? '' : JSON.stringify([item.kind, item.subject, item.people, item.mayHaveMore]);
