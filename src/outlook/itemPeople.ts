import type { ItemKind, OpenItem, PersonOnItem, Role } from '#domain/personOnItem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { guarded, guardedText } from './guarded.ts';
import { mergePeople } from './mergePeople.ts';
import { officeCall } from './officeCall.ts';
import { toPerson } from './toPerson.ts';

/**
 * How many people hosts read at most: web and new Outlook 20 with the header folded and 500 or 1,000 unfolded, classic
 * Windows 500, from Mailbox 1.16 on 1,000, phones and classic Mac 100, new Mac no limit. (Outlook add-ins, "Get, set, or
 * add recipients"; "Limits for activation and JavaScript API"; Office.Item, `to`)
 */
const readingLimits: Readonly<Record<string, readonly number[]>> = {
  OfficeOnline: [20, 500, 1000], PC: [500, 1000], Mac: [100], iOS: [100], Android: [100],
};
const anyLimit = [20, 100, 500, 1000];

/** Of the host at hand; of all where it does not say which it is. */
const limitsHere = (): readonly number[] =>
  readingLimits[guardedText(() => Office.context.diagnostics.platform)] ?? anyLimit;

/** Where people stand on each kind of item: Office's name of the place, and ours of the role. */
const places = {
  messageRead: [['from', 'from'], ['sender', 'sender'], ['to', 'to'], ['cc', 'cc']],
  messageCompose: [['from', 'from'], ['to', 'to'], ['cc', 'cc'], ['bcc', 'bcc']],
  eventAttendee: [['organizer', 'organizer'], ['requiredAttendees', 'required'], ['optionalAttendees', 'optional']],
  eventOrganizer: [['organizer', 'organizer'], ['requiredAttendees', 'required'], ['optionalAttendees', 'optional']],
} as const satisfies Record<ItemKind, readonly (readonly [string, Role])[]>;

/**
 * The item Outlook shows now with its people; null when there is none. `key` is put into the answer unchanged.
 * `mayHaveMore` when the host may have cut the people or would not give some of them. Problem `abandoned` when the
 * item changed meanwhile.
 */
export async function readOpenItem(key: number): Promise<Result<OpenItem | null>> {
  const item = currentItem();
  if (item === null) return ok(null);
  const kind = kindOf(item);
  if (kind === null) return ok(null);
  const rooms = kind === 'eventAttendee' || kind === 'eventOrganizer' ? roomsOf(item) : [];
  const result = kind === 'messageRead' || kind === 'eventAttendee' ? ok(reading(item, kind)) : await composing(item, kind);
  if (!result.ok) return result;
  const { people, subject, mayHaveMore } = result.value;
  const all = mergePeople([...people, ...await rooms]);
  if (currentItem() !== item) return failed({ kind: 'abandoned' });
  const id = kind === 'messageRead' || kind === 'eventAttendee' ? idOnGraph(item) : '';
  return ok({ key, kind, subject, people: all, mayHaveMore, ...(id === '' ? {} : { id }) });
}

/**
 * The item's id as Graph takes it. Outlook hands out the form of Exchange Web Services, whose `/` and `+` break an
 * address; phones hand out Graph's form, which the call leaves as it is. (Office.Mailbox, convertToRestId)
 */
function idOnGraph(item: object): string {
  const id = guardedText(() => member(item, 'itemId'));
  return id === '' ? '' : guardedText(() => Office.context.mailbox.convertToRestId(id, 'v2.0'));
}

/** Whatever object stands for the open item: a stand-in for "is it still the same", nothing to read from. */
export function currentItem(): object | null {
  const item: unknown = guarded(() => Office.context.mailbox.item);
  return typeof item === 'object' && item !== null ? item : null;
}

type Parts = { readonly people: readonly PersonOnItem[]; readonly subject: string; readonly mayHaveMore: boolean };

/** The mode is not announced: composing, a list of people is something to ask instead of a list. */
function kindOf(item: object): ItemKind | null {
  const type = guardedText(() => member(item, 'itemType'));
  if (type === 'appointment' || (type === '' && isThere(item, 'requiredAttendees'))) {
    return canAsk(member(item, 'requiredAttendees')) ? 'eventOrganizer' : 'eventAttendee';
  }
  if (type === 'message' || (type === '' && isThere(item, 'to'))) {
    return canAsk(member(item, 'to')) ? 'messageCompose' : 'messageRead';
  }
  return null;
}

function reading(item: object, kind: 'messageRead' | 'eventAttendee'): Parts {
  const people: PersonOnItem[] = [];
  const counts: number[] = [];
  for (const [name, role] of places[kind]) {
    const value = member(item, name);
    const list = Array.isArray(value) ? value as unknown[] : [value];
    if (Array.isArray(value)) counts.push(list.length);
    people.push(...toPeople(list, role));
  }
  // Whether a host's limit counts each list or all of them is written nowhere. One that a list goes beyond is not in force.
  const total = counts.reduce((sum, count) => sum + count, 0);
  const limits = limitsHere().filter((limit) => counts.every((count) => count <= limit));
  const mayHaveMore = [...counts, total].some((count) => limits.includes(count));
  return { people, subject: guardedText(() => member(item, 'subject')), mayHaveMore };
}

async function composing(item: object, kind: 'messageCompose' | 'eventOrganizer'): Promise<Result<Parts>> {
  const asked = places[kind].flatMap(([name, role]) => {
    const field = member(item, name);
    return canAsk(field) ? [{ role, isList: role !== 'from' && role !== 'organizer', answer: officeCall<unknown>((done) => field.getAsync(done)) }] : [];
  });
  const subjectField = member(item, 'subject');
  const subject = canAsk(subjectField) ? officeCall<unknown>((done) => subjectField.getAsync(done)) : null;
  const people: PersonOnItem[] = [];
  let incomplete = false;
  let answered = false;
  for (const { role, isList, answer } of asked) {
    const result = await answer;
    if (result.ok) {
      answered = true;
      people.push(...toPeople(Array.isArray(result.value) ? result.value as unknown[] : [result.value], role));
    } else if (isList) {
      incomplete = true;
    }
  }
  // Nobody could be asked about anybody: that is no draft without people, it is a host that does not answer.
  const last = asked.at(-1);
  if (!answered && last !== undefined) {
    const result = await last.answer;
    if (!result.ok) return result;
  }
  const words = await subject;
  return ok({ people, subject: words?.ok && typeof words.value === 'string' ? words.value : '', mayHaveMore: incomplete });
}

/** Nobody waits long for a room: the people are what the pane is for. */
const roomClockMs = 1_500;

/** The rooms of a meeting that have an address; [] where Outlook does not tell. (Office.EnhancedLocation, Mailbox 1.8) */
async function roomsOf(item: object): Promise<readonly PersonOnItem[]> {
  const field = member(item, 'enhancedLocation');
  if (!canAsk(field)) return [];
  const answer = await officeCall<unknown>((done) => field.getAsync(done), roomClockMs);
  if (!answer.ok || !Array.isArray(answer.value)) return [];
  return (answer.value as unknown[]).flatMap((place) => {
    if (typeof place !== 'object' || place === null) return [];
    const id = member(place, 'locationIdentifier');
    if (typeof id !== 'object' || id === null || member(id, 'type') !== 'room') return [];
    return toPerson({ displayName: member(place, 'displayName'), emailAddress: member(place, 'emailAddress') }, 'room') ?? [];
  });
}

const toPeople = (values: readonly unknown[], role: Role): readonly PersonOnItem[] =>
  values.flatMap((value) => toPerson(value, role) ?? []);

type Askable = { readonly getAsync: (done: (answer: Office.AsyncResult<unknown>) => void) => void };
const canAsk = (field: unknown): field is Askable =>
  typeof field === 'object' && field !== null && typeof member(field, 'getAsync') === 'function';

/** Some getters of Office throw without the permission they need. */
const member = (from: object, name: string): unknown => guarded(() => (from as Record<string, unknown>)[name]);
const isThere = (item: object, name: string): boolean => typeof member(item, name) === 'object' && member(item, name) !== null;
