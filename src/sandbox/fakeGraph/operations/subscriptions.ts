import { randomUUID } from 'node:crypto';
import { wantsImmutableIds } from '../call.ts';
import type { GraphAnswer, GraphCall } from '../call.ts';
import { contactFilter } from '../query/contactFilter.ts';
import type { ContactTest } from '../query/contactFilter.ts';
import { parseFilter } from '../query/filter.ts';
import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isoSeconds } from '../shapes/contactView.ts';
import { isObject, readInstant } from '../shapes/readValues.ts';
import { contactProperties } from '../shapes/renderContact.ts';
import { mailboxOf } from '../state/graphState.ts';
import { parseId } from '../state/ids.ts';
import type { Mailbox, MailboxEvent } from '../state/mailbox.ts';
import { isLoopback, post } from '../subscriptions/post.ts';
import { liveSubscriptions } from '../subscriptions/subscriptionStore.ts';
import type { Subscription } from '../subscriptions/subscriptionStore.ts';

const invalid = (message: string): Refusal => refuse(400, 'InvalidRequest', message);
const changeTypes = ['created', 'updated', 'deleted'] as const satisfies readonly MailboxEvent['kind'][];
const minute = 60_000;

/** As the service shows it; the client's own secret comes back to its creator. */
function render(call: GraphCall, s: Subscription): Record<string, unknown> {
  return {
    id: s.id, resource: s.resource, applicationId: s.applicationId, changeType: s.changeType, clientState: s.clientState,
    notificationUrl: s.notificationUrl, notificationQueryOptions: null, lifecycleNotificationUrl: s.lifecycleNotificationUrl,
    expirationDateTime: isoSeconds(s.expires), creatorId: s.creatorId, includeResourceData: null,
    latestSupportedTlsVersion: s.latestSupportedTlsVersion, encryptionCertificate: null, encryptionCertificateId: null,
    notificationUrlAppId: null, ...(call.version === 'beta' ? { notificationContentType: 'application/json' } : {}),
  };
}

const one = (call: GraphCall, status: number, s: Subscription): GraphAnswer =>
  ({ status, body: { '@odata.context': `${call.root}/$metadata#subscriptions/$entity`, ...render(call, s) } });

type Target = { mailbox: Mailbox; folder: number | null; filter: ContactTest | null };

/** What a resource speaks of: all contacts of a mailbox or one folder's, with a filter perhaps, and only one's own. */
function readResource(call: GraphCall, resource: string): Target | Refusal {
  const [path, query] = resource.split('?');
  const match = /^\/?(?:me|users(?:\/|\(')([^/')]+)(?:'\))?)(?:\/contactFolders(?:\/|\(')([^/')]+)(?:'\))?)?\/contacts\/?$/i.exec(decodeURIComponent(path ?? ''));
  if (match === null) return refusals.notEmulated(`subscriptions to ${path ?? ''}`);
  const user = match[1] === undefined ? call.caller.user : call.state.directory.find(match[1]);
  // Delegated: the signed-in user's own mailbox only ("Create subscription").
  if (user !== call.caller.user) return refusals.accessDenied();
  const mailbox = mailboxOf(call.state, user);
  if (mailbox === undefined || user.mailbox === 'onPremises') return refusals.mailboxNotEnabled();
  const filterText = /^(?:\$|%24)filter=(.*)$/is.exec(query ?? '')?.[1];
  let filter: ContactTest | null = null;
  if (filterText !== undefined) {
    const parsed = parseFilter(decodeURIComponent(filterText));
    if (isRefusal(parsed)) return parsed;
    const test = contactFilter(parsed, { isProperty: (name) => Object.hasOwn(contactProperties(call.version), name), settings: call.state.settings });
    if (isRefusal(test)) return test;
    filter = test;
  }
  if (match[2] === undefined) return { mailbox, folder: null, filter };
  if (match[2].toLowerCase() === 'contacts') return { mailbox, folder: mailbox.contactsFolder.serial, filter };
  const id = parseId(match[2]);
  if (!id.ok) return refusals.idMalformed();
  return mailbox.folders.has(id.serial) && id.mailbox === mailbox.number ? { mailbox, folder: id.serial, filter } : refusals.folderNotFound();
}

/** Within the longest life; anything under 45 minutes is raised to 45. */
function readExpiration(call: GraphCall, value: unknown): number | Refusal {
  const instant = readInstant('expirationDateTime', value ?? null);
  if (isRefusal(instant)) return instant;
  if (instant === null) return invalid('expirationDateTime is required.');
  const { subscriptionMinutes, shortestSubscriptionMinutes } = call.state.settings;
  const wanted = Date.parse(instant);
  if (wanted <= call.now) return invalid('Subscription expiration must be in the future.');
  if (wanted > call.now + subscriptionMinutes * minute + minute) {
    return invalid(`Subscription expiration can only be ${subscriptionMinutes} minutes in the future.`);
  }
  return Math.max(wanted, call.now + shortestSubscriptionMinutes * minute);
}

/** HTTPS, or this machine: the emulator's one leniency, so that a relay can be tried without a certificate. */
function readUrl(value: unknown): URL | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)) ? url : null;
}

/** The handshake: the receiver answers 200, as plain text, with the decoded token ("Webhooks", validation). */
async function validate(call: GraphCall, url: URL): Promise<Refusal | null> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const target = new URL(url);
  target.search = `${url.search === '' ? '?' : `${url.search}&`}validationToken=${encodeURIComponent(token)}`;
  const answer = await post(target, '', 'text/plain; charset=utf-8', call.state.settings.validationMs);
  if (answer?.status === 200 && answer.type.startsWith('text/plain') && answer.text === token) return null;
  const reason = answer === null ? 'The operation has timed out.' : answer.status === 200
    ? 'The response must be text/plain and contain the validation token.' : `Notification endpoint must respond with 200 OK to validation request. It was ${answer.status}.`;
  return refuse(400, 'ValidationError', `Subscription validation request failed. ${reason}`);
}

/** `POST /subscriptions` ("Create subscription"). */
export async function createSubscription(call: GraphCall): Promise<GraphAnswer | Refusal> {
  const { body } = call;
  const { settings } = call.state;
  if (!isObject(body)) return refusals.body();
  const { resource, changeType, clientState } = body;
  if (typeof resource !== 'string' || resource === '') return invalid('resource is required.');
  const target = readResource(call, resource);
  if (isRefusal(target)) return target;
  const changes = typeof changeType === 'string' ? changeType.split(',').map((c) => c.trim()) : [];
  const known = changeTypes.filter((c) => changes.includes(c));
  if (typeof changeType !== 'string' || changes.length === 0 || known.length !== changes.length) return invalid('changeType is not valid.');
  if (body.includeResourceData === true) return refusals.notEmulated('subscriptions with resource data');
  if (clientState !== undefined && clientState !== null && typeof clientState !== 'string') return refusals.body("property 'clientState'");
  if ((clientState ?? '').length > (call.version === 'beta' ? 255 : 128)) return invalid('clientState is too long.');
  const expires = readExpiration(call, body.expirationDateTime);
  if (isRefusal(expires)) return expires;
  const url = readUrl(body.notificationUrl);
  if (url === null) return invalid('The notification url must be an https address.');
  const lifecycle = body.lifecycleNotificationUrl === undefined || body.lifecycleNotificationUrl === null ? null : readUrl(body.lifecycleNotificationUrl);
  if (lifecycle === null && typeof body.lifecycleNotificationUrl === 'string') return invalid('The lifecycle notification url must be an https address.');
  if (lifecycle !== null && lifecycle.host !== url.host) return invalid('The lifecycle notification url must have the host of the notification url.');
  const live = liveSubscriptions(call.state.subscriptions, call.now).filter((s) => s.userId === target.mailbox.owner.id);
  if (live.some((s) => s.resource === resource && s.changeType === changeType && s.applicationId === call.caller.appId)) {
    return refuse(409, 'Conflict', 'A subscription already exists for this resource and changeType.');
  }
  if (live.length >= settings.subscriptionsPerMailbox) return refuse(403, 'QuotaExceeded', 'The maximum number of subscriptions for this mailbox was reached.');
  for (const address of lifecycle === null ? [url] : [url, lifecycle]) {
    const failed = await validate(call, address);
    if (failed !== null) return failed;
  }
  const subscription: Subscription = {
    id: randomUUID(), resource, userId: target.mailbox.owner.id, folder: target.folder, filter: target.filter, changeType,
    changes: new Set(known), clientState: clientState ?? null, notificationUrl: url.href, lifecycleNotificationUrl: lifecycle?.href ?? null,
    latestSupportedTlsVersion: typeof body.latestSupportedTlsVersion === 'string' ? body.latestSupportedTlsVersion : 'v1_2',
    immutableIds: wantsImmutableIds(call), applicationId: call.caller.appId, creatorId: call.caller.user.id, tenantId: call.caller.user.tenantId,
    isPersonal: call.caller.user.kind === 'personal', expires,
  };
  call.state.subscriptions.set(subscription.id, subscription);
  return one(call, 201, subscription);
}

function find(call: GraphCall): Subscription | Refusal {
  const id = call.keys[0] ?? '';
  const found = liveSubscriptions(call.state.subscriptions, call.now).find((s) => s.id === id && s.creatorId === call.caller.user.id);
  return found ?? refuse(404, 'ResourceNotFound', 'The object was not found.');
}

/** `GET /subscriptions` ("List subscriptions"): all of the caller's; `$filter`, `$select` and `$top` are not honoured. */
export function listSubscriptions(call: GraphCall): GraphAnswer {
  const own = liveSubscriptions(call.state.subscriptions, call.now).filter((s) => s.creatorId === call.caller.user.id && s.applicationId === call.caller.appId);
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#subscriptions`, value: own.map((s) => render(call, s)) } };
}

export function getSubscription(call: GraphCall): GraphAnswer | Refusal {
  const found = find(call);
  return isRefusal(found) ? found : one(call, 200, found);
}

/** `PATCH /subscriptions/{id}` ("Update subscription"): renews. The lifecycle address can only be set on create. */
export function updateSubscription(call: GraphCall): GraphAnswer | Refusal {
  const found = find(call);
  if (isRefusal(found)) return found;
  if (!isObject(call.body)) return refusals.body();
  const stranger = Object.keys(call.body).find((name) => name !== 'expirationDateTime' && !name.includes('@'));
  if (stranger !== undefined) return invalid(`${stranger} cannot be changed.`);
  const expires = readExpiration(call, call.body.expirationDateTime);
  if (isRefusal(expires)) return expires;
  found.expires = expires;
  return one(call, 200, found);
}

export function deleteSubscription(call: GraphCall): GraphAnswer | Refusal {
  const found = find(call);
  if (isRefusal(found)) return found;
  call.state.subscriptions.delete(found.id);
  return { status: 204 };
}

/** `POST /subscriptions/{id}/reauthorize`: the caller's token is good, so notifications go on. */
export function reauthorizeSubscription(call: GraphCall): GraphAnswer | Refusal {
  const found = find(call);
  return isRefusal(found) ? found : { status: 200 };
}
