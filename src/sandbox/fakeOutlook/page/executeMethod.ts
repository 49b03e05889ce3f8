/**
 * What a pane can ask about an item or the mailbox (`ExecuteMethod`), by the dispatch number office.js gives each
 * call. A number that is not here is answered "operation is not supported" (5000), as a host does for what it
 * lacks. Numbers and shapes observed with office.js 16.0.15407.
 */
import { ewsId } from '../../seed/exchangeIds.ts';
import type { Item, ItemPerson } from '../../seed/items.ts';
import { bodyHtml } from './bodyHtml.ts';
import { isRecord } from './envelope.ts';
import { wirePerson } from './initialData.ts';
import { itemTime } from './itemTime.ts';
import type { Category, Mailbox, RecipientField } from './mailbox.ts';

export type Form = {
  readonly kind: 'message' | 'appointment' | 'reply' | 'item' | 'persona' | 'module';
  readonly parameters: Readonly<Record<string, unknown>>;
};

export type MethodContext = {
  readonly item: Item | null;
  readonly mailbox: Mailbox;
  readonly canCompose: boolean;
  readonly showForm: (form: Form) => void;
  readonly closePane: () => void;
  readonly saveRoamingSettings: (settings: Readonly<Record<string, string>>) => void;
};

/** office.js turns the code into name and message of the failed result. */
type Answer = Readonly<Record<string, unknown>>;
const done = (data?: unknown): Answer => ({ error: false, ...(data === undefined ? {} : { data }) });
const failed = (errorCode: number): Answer => ({ error: true, errorCode });
export const notSupported: Answer = { wasSuccessful: false };
/** "The API call failed because the item changed": for calls still under way at a switch. */
export const itemChanged: Answer = failed(9030);
const itemNotSaved = 9046;
const noItem = 9049;
const invalidInput = 9044;

type Params = Readonly<Record<string, unknown>>;
type Method = { readonly name: string; readonly run: (context: MethodContext, params: Params) => Answer };

const method = (name: string, run: Method['run']): Method => ({ name, run });
const onItem = (name: string, run: (item: Item, context: MethodContext, params: Params) => Answer): Method =>
  method(name, (context, params) => (context.item === null ? failed(noItem) : run(context.item, context, params)));
const form = (name: string, kind: Form['kind']): Method => method(name, (context, params) => {
  if (!context.canCompose && kind !== 'item') return notSupported;
  context.showForm({ kind, parameters: params });
  return done();
});

export const methods: Readonly<Record<number, Method>> = {
  2: method('getUserIdentityTokenAsync', () => failed(9018)),
  3: onItem('loadCustomPropertiesAsync', (item, { mailbox }) => ({ wasSuccessful: true, customProperties: mailbox.customProperties(item.id) })),
  4: onItem('customProperties.saveAsync', (item, { mailbox }, params) => {
    const given = params['customProperties'];
    mailbox.setCustomProperties(item.id, typeof given === 'string' ? given : JSON.stringify(given ?? {}));
    return { wasSuccessful: true };
  }),
  7: form('displayNewAppointmentForm', 'appointment'),
  8: form('displayMessageForm', 'item'),
  9: form('displayAppointmentForm', 'item'),
  10: form('displayReplyForm', 'reply'),
  11: form('displayReplyAllForm', 'reply'),
  12: method('getCallbackTokenAsync', () => failed(9018)),
  14: onItem('body.getTypeAsync', () => done('html')),
  15: onItem('recipients.getAsync', (item, { mailbox }, params) => {
    const field = recipientField(item, params);
    return field === null ? failed(invalidInput) : done(mailbox.recipients(item, field).map(wirePerson));
  }),
  17: onItem('subject.setAsync', (item, { mailbox }, params) => changed(() => mailbox.change(item, { subject: text(params['subject']) }))),
  18: onItem('subject.getAsync', (item) => done(item.subject)),
  21: onItem('recipients.setAsync', (item, { mailbox }, params) => {
    const field = recipientField(item, params);
    if (field === null) return failed(invalidInput);
    return changed(() => mailbox.setRecipients(item, field, readPeople(params['recipientArray'])));
  }),
  22: onItem('recipients.addAsync', (item, { mailbox }, params) => {
    const field = recipientField(item, params);
    if (field === null) return failed(invalidInput);
    return changed(() => mailbox.setRecipients(item, field, [...mailbox.recipients(item, field), ...readPeople(params['recipientArray'])]));
  }),
  23: onItem('body.prependAsync', (item, { mailbox }, params) => changed(() => mailbox.change(item, { body: `${text(params['data'])}\n\n${item.body}` }))),
  24: onItem('time.getAsync', (item, _, params) => {
    if (item.type !== 'event') return failed(noItem);
    return done(itemTime(params['TimeProperty'] === 2 ? item.end : item.at));
  }),
  26: onItem('location.getAsync', (item) => done(item.type === 'event' ? item.location : '')),
  27: onItem('location.setAsync', (item, { mailbox }, params) => changed(() => mailbox.change(item, { location: text(params['location']) }))),
  30: form('displayReplyForm', 'reply'),
  31: form('displayReplyAllForm', 'reply'),
  32: onItem('saveAsync', (item, { mailbox }) => done(ewsId(mailbox.user.address, mailbox.save(item)))),
  33: onItem('notificationMessages.addAsync', addNotification),
  34: onItem('notificationMessages.getAllAsync', (item, { mailbox }) => done(mailbox.notifications(item.id))),
  35: onItem('notificationMessages.replaceAsync', addNotification),
  36: onItem('notificationMessages.removeAsync', (item, { mailbox }, params) =>
    changed(() => mailbox.removeNotification(item.id, text(params['key'])))),
  37: onItem('body.getAsync', (item, _, params) => done(params['coercionType'] === 3 ? bodyHtml(item.body) : item.body)),
  38: onItem('body.setAsync', (item, { mailbox }, params) => changed(() => mailbox.change(item, { body: text(params['data']) }))),
  41: method('item.close', (context) => changed(context.closePane)),
  42: method('closeContainer', (context) => changed(context.closePane)),
  43: form('displayPersonaCardAsync', 'persona'),
  44: form('displayNewMessageForm', 'message'),
  45: form('navigateToModuleAsync', 'module'),
  99: method('getInitializationContextAsync', () => done('')),
  107: onItem('from.getAsync / organizer.getAsync', (item) => done(wirePerson(item.type === 'event' ? item.organizer : item.from))),
  108: onItem('getSharedPropertiesAsync', () => done({
    owner: 'henrietta@contoso.example', targetRestUrl: '', targetMailbox: 'henrietta@contoso.example', delegatePermissions: 7,
  })),
  154: onItem('enhancedLocation.getAsync', (item) => done(item.type !== 'event' || item.location === '' ? [] : [item.room === undefined
    ? { locationIdentifier: { id: item.location, type: 'custom' }, displayName: item.location }
    : { locationIdentifier: { id: item.room.address, type: 'room' }, displayName: item.room.name, emailAddress: item.room.address },
  ])),
  157: onItem('categories.getAsync', (item, { mailbox }) => done(mailbox.categories(item.id))),
  158: onItem('categories.addAsync', (item, { mailbox }, params) => changed(() => {
    const names = new Set(strings(params['categories']));
    const known = mailbox.masterCategories();
    const added = [...names].map((displayName): Category => known.find((one) => one.displayName === displayName) ?? { displayName, color: 'None' });
    mailbox.setCategories(item.id, [...mailbox.categories(item.id).filter((one) => !names.has(one.displayName)), ...added]);
  })),
  159: onItem('categories.removeAsync', (item, { mailbox }, params) => changed(() => {
    const names = new Set(strings(params['categories']));
    mailbox.setCategories(item.id, mailbox.categories(item.id).filter((one) => !names.has(one.displayName)));
  })),
  160: method('masterCategories.getAsync', ({ mailbox }) => done(mailbox.masterCategories())),
  161: method('masterCategories.addAsync', ({ mailbox }, params) => {
    const details = Array.isArray(params['categoryDetails']) ? params['categoryDetails'].filter(isRecord) : [];
    return changed(() => mailbox.setMasterCategories([...mailbox.masterCategories(),
      ...details.map((one) => ({ displayName: text(one['displayName']), color: text(one['color']) }))]));
  }),
  162: method('masterCategories.removeAsync', ({ mailbox }, params) => {
    const names = new Set(strings(params['categories']));
    return changed(() => mailbox.setMasterCategories(mailbox.masterCategories().filter((one) => !names.has(one.displayName))));
  }),
  163: method('telemetry', () => done()),
  164: onItem('getItemIdAsync', (item, { mailbox }) => (item.type === 'draft' && !item.saved ? failed(itemNotSaved) : done(ewsId(mailbox.user.address, item.id)))),
  177: form('displayNewAppointmentFormAsync', 'appointment'),
  178: form('displayNewMessageFormAsync', 'message'),
  179: form('displayMessageFormAsync', 'item'),
  180: form('displayAppointmentFormAsync', 'item'),
  181: form('displayReplyFormAsync', 'reply'),
  182: form('displayReplyAllFormAsync', 'reply'),
  183: form('displayReplyFormAsync', 'reply'),
  184: form('displayReplyAllFormAsync', 'reply'),
  193: method('telemetry', () => done()),
  400: method('telemetry', () => done()),
  401: method('telemetry', () => done()),
  402: method('telemetry', () => done()),
  404: method('roamingSettings.saveAsync', (context, params) => {
    // The whole set comes as the first element of a list.
    const set = Array.isArray(params) ? (params[0] as unknown) : params;
    const texts = isRecord(set) ? Object.entries(set).filter((pair): pair is [string, string] => typeof pair[1] === 'string') : [];
    // 32 KB in all, as the real store; 9019 is "the settings cannot be saved".
    if (JSON.stringify(texts).length > 32 * 1024) return failed(9019);
    return changed(() => context.saveRoamingSettings(Object.fromEntries(texts)));
  }),
};

export function methodName(dispatchId: unknown): string {
  return typeof dispatchId === 'number' ? methods[dispatchId]?.name ?? `method ${String(dispatchId)}` : 'no dispatch number';
}

/** `data` as it came in the envelope: `{ApiParams, MethodData: {DispatchId}}`. */
export function executeMethod(data: unknown, context: MethodContext): Answer {
  const dispatchId = dispatchIdOf(data);
  const found = dispatchId === null ? undefined : methods[dispatchId];
  if (found === undefined) return notSupported;
  const params = isRecord(data) ? data['ApiParams'] : undefined;
  return found.run(context, isRecord(params) || Array.isArray(params) ? (params as Params) : {});
}

export function dispatchIdOf(data: unknown): number | null {
  const about = isRecord(data) ? data['MethodData'] : undefined;
  const id = isRecord(about) ? about['DispatchId'] : undefined;
  return typeof id === 'number' ? id : null;
}

function addNotification(item: Item, { mailbox }: MethodContext, params: Params): Answer {
  const message = { key: text(params['key']), type: Number(params['type'] ?? 0), message: text(params['message']) };
  return changed(() => mailbox.setNotification(item.id, message));
}

function recipientField(item: Item, params: Params): RecipientField | null {
  const fields: readonly RecipientField[] = item.type === 'event' ? ['required', 'optional'] : ['to', 'cc', 'bcc'];
  return fields[Number(params['recipientField'])] ?? null;
}

function readPeople(value: unknown): ItemPerson[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((one) => ({ name: text(one['name']) || text(one['address']), address: text(one['address']) }));
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function changed(act: () => void): Answer {
  act();
  return done();
}
