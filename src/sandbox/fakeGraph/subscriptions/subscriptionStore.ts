import type { ContactTest } from '../query/contactFilter.ts';
import type { MailboxEvent } from '../state/mailbox.ts';

/** A subscription as the service holds it. */
export type Subscription = {
  readonly id: string;
  readonly resource: string;
  /** Whose mailbox, and which folder; null is every contact of it. */
  readonly userId: string;
  readonly folder: number | null;
  readonly filter: ContactTest | null;
  readonly changeType: string;
  readonly changes: ReadonlySet<MailboxEvent['kind']>;
  readonly clientState: string | null;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly latestSupportedTlsVersion: string;
  readonly immutableIds: boolean;
  readonly applicationId: string;
  readonly creatorId: string;
  readonly tenantId: string;
  readonly isPersonal: boolean;
  /** Milliseconds since 1970. */
  expires: number;
};

export type SubscriptionStore = Map<string, Subscription>;

/** Those still alive; the dead are dropped on the way. */
export function liveSubscriptions(store: SubscriptionStore, now: number): Subscription[] {
  for (const [id, subscription] of store) if (subscription.expires <= now) store.delete(id);
  return [...store.values()];
}
