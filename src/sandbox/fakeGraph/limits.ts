/** Figures Microsoft states or that were seen in answers of the service. `POST /sandbox/settings` can change them too. */
export type Limits = {
  /** "The multi value property EmailAddresses has 4 entries, that exceeds the max allowed value of 3". */
  emailAddresses: number;
  businessPhones: number;
  /** Default page of a contact list. */
  pageSize: number;
  /** Largest `$top`. */
  largestTop: number;
  /** Parts in one `$batch` ("Combine multiple requests in one HTTP call using JSON batching"). */
  batchParts: number;
  /** Parts of one batch that Outlook works on at the same time. */
  batchPartsAtATime: number;
  /** Body of a REST write ("Update profilePhoto": 4 MB). */
  bodyBytes: number;
  /** "Microsoft Graph service-specific throttling limits", Outlook: per app and mailbox. */
  concurrentRequests: number;
  requestsInTenMinutes: number;
  uploadBytesInFiveMinutes: number;
  /** What a throttled answer says in `Retry-After`. */
  retryAfterSeconds: number;
  /** Longest life of a subscription to contacts ("subscription resource type"), in minutes. */
  subscriptionMinutes: number;
  /** Shorter lives are raised to this many minutes. */
  shortestSubscriptionMinutes: number;
  subscriptionsPerMailbox: number;
  /** How long the receiver may take to answer the validation request. */
  validationMs: number;
  /** How long the receiver may take to answer a notification. */
  notificationMs: number;
  /** Changes heard within this time are sent together. */
  notificationDelayMs: number;
};

export const limits: Readonly<Limits> = {
  emailAddresses: 3,
  businessPhones: 2,
  pageSize: 10,
  largestTop: 1000,
  batchParts: 20,
  batchPartsAtATime: 4,
  bodyBytes: 4 * 1024 * 1024,
  concurrentRequests: 4,
  requestsInTenMinutes: 10_000,
  uploadBytesInFiveMinutes: 150 * 1024 * 1024,
  retryAfterSeconds: 10,
  subscriptionMinutes: 10_080,
  shortestSubscriptionMinutes: 45,
  subscriptionsPerMailbox: 1000,
  validationMs: 10_000,
  notificationMs: 3_000,
  notificationDelayMs: 50,
};
