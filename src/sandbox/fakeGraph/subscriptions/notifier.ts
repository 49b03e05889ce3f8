import { contactEtag, contactId } from '../shapes/contactView.ts';
import type { Clock, Settings } from '../state/graphState.ts';
import type { MailboxEvent } from '../state/mailbox.ts';
import { post } from './post.ts';
import { liveSubscriptions } from './subscriptionStore.ts';
import type { Subscription, SubscriptionStore } from './subscriptionStore.ts';

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/** What was sent where, for tests to look at. */
export type Delivery = { readonly subscriptionId: string; readonly url: string; readonly status: number; readonly body: unknown };

export type Notifier = {
  onEvent(event: MailboxEvent): void;
  sendLifecycle(subscription: Subscription, event: LifecycleEvent): Promise<void>;
  readonly deliveries: Delivery[];
  stop(): void;
};

/** Failed deliveries are tried again for up to four hours; here a few times, soon, and then counted as missed. */
const retryDelaysMs = [250, 1000] as const;

const offsetIso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, '+00:00');

/**
 * Tells subscribers what happened. Changes heard shortly after one another go out together; what a delete tells is a
 * setting, because a delete is a move to Deleted Items and was seen to tell nothing.
 */
export function createNotifier(store: SubscriptionStore, settings: () => Settings, clock: Clock): Notifier {
  const waiting = new Map<string, unknown[]>();
  const timers = new Set<NodeJS.Timeout>();
  const deliveries: Delivery[] = [];
  const later = (ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };

  async function deliver(subscription: Subscription, url: string, value: unknown[], attempt = 0): Promise<void> {
    const body = { value };
    const answer = await post(new URL(url), JSON.stringify(body), 'application/json; charset=utf-8', settings().notificationMs);
    deliveries.push({ subscriptionId: subscription.id, url, status: answer?.status ?? 0, body });
    if (answer !== null && answer.status >= 200 && answer.status < 300) return;
    const delay = retryDelaysMs[attempt];
    if (delay !== undefined) later(delay, () => { void deliver(subscription, url, value, attempt + 1); });
    else if (url === subscription.notificationUrl) void sendLifecycle(subscription, 'missed');
  }

  async function sendLifecycle(subscription: Subscription, event: LifecycleEvent): Promise<void> {
    const url = subscription.lifecycleNotificationUrl;
    if (event === 'subscriptionRemoved') store.delete(subscription.id);
    // Life cycle events were seen not to reach personal accounts.
    if (url === null || subscription.isPersonal) return;
    await deliver(subscription, url, [{
      subscriptionId: subscription.id, subscriptionExpirationDateTime: offsetIso(subscription.expires), tenantId: subscription.tenantId,
      clientState: subscription.clientState, lifecycleEvent: event,
    }]);
  }

  function queue(subscription: Subscription, event: MailboxEvent): void {
    const { contact, mailbox } = event;
    const view = { mailbox, immutableIds: subscription.immutableIds };
    const resource = `Users/${subscription.userId}/Contacts/${contactId(contact, view)}`;
    const known = waiting.get(subscription.id);
    const entries = known ?? [];
    entries.push({
      subscriptionId: subscription.id, subscriptionExpirationDateTime: offsetIso(subscription.expires), changeType: event.kind, resource,
      resourceData: { '@odata.type': '#Microsoft.Graph.Contact', '@odata.id': resource, '@odata.etag': contactEtag(contact, view), id: contactId(contact, view) },
      clientState: subscription.clientState, tenantId: subscription.tenantId,
    });
    if (known !== undefined) return;
    waiting.set(subscription.id, entries);
    later(settings().notificationDelayMs, () => {
      waiting.delete(subscription.id);
      if (store.has(subscription.id)) void deliver(subscription, subscription.notificationUrl, entries);
    });
  }

  return {
    deliveries,
    sendLifecycle,
    onEvent: (event) => {
      if (event.contact.isList) return;
      for (const subscription of liveSubscriptions(store, clock.now())) {
        if (subscription.userId !== event.mailbox.owner.id || (subscription.folder !== null && subscription.folder !== event.folder)) continue;
        const twice = event.kind === 'created' && settings().createNotifiesTwice && subscription.changes.has('updated');
        if (twice) queue(subscription, { ...event, kind: 'updated' });
        if (!subscription.changes.has(event.kind) || subscription.filter?.(event.contact) === false) continue;
        const { deleteNotifies } = settings();
        if (event.kind !== 'deleted' || deleteNotifies === 'deleted') queue(subscription, event);
        else if (deleteNotifies === 'missed') void sendLifecycle(subscription, 'missed');
      }
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      waiting.clear();
    },
  };
}
