import { assumptions } from '../assumptions.ts';
import type { Assumptions } from '../assumptions.ts';
import { limits } from '../limits.ts';
import type { Limits } from '../limits.ts';
import type { Directory, DirectoryUser } from './directory.ts';
import { createMailbox } from './mailbox.ts';
import type { Mailbox, MailboxEvent } from './mailbox.ts';
import type { SubscriptionStore } from '../subscriptions/subscriptionStore.ts';

/** Time is handed in, so that a test can hold it still. Milliseconds since 1970. */
export type Clock = { now(): number };

export type Settings = Assumptions & Limits;

export const defaultSettings = (): Settings => ({ ...assumptions, ...limits });

/** Schema extension definitions belong to the tenant, not to a mailbox. */
export type SchemaExtensionDefinition = {
  readonly id: string;
  description: string | null;
  targetTypes: readonly string[];
  status: 'InDevelopment' | 'Available' | 'Deprecated';
  readonly owner: string;
  properties: readonly { readonly name: string; readonly type: string }[];
};

/** Everything the service knows. HTTP, tokens, faults and the request log are not here. */
export type GraphState = {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly directory: Directory;
  readonly mailboxes: ReadonlyMap<string, Mailbox>;
  readonly schemaExtensions: Map<string, SchemaExtensionDefinition>;
  readonly userPhotos: Map<string, Buffer>;
  readonly subscriptions: SubscriptionStore;
};

export function createGraphState(
  clock: Clock, settings: Settings, directory: Directory, onEvent: (event: MailboxEvent) => void,
): GraphState {
  const mailboxes = new Map<string, Mailbox>();
  directory.users.forEach((user, index) => {
    if (user.mailbox === 'none') return;
    const mailbox = createMailbox(index + 1, user);
    mailbox.onEvent = onEvent;
    mailboxes.set(user.id, mailbox);
  });
  return { clock, settings, directory, mailboxes, schemaExtensions: new Map(), userPhotos: new Map(), subscriptions: new Map() };
}

export const mailboxOf = (state: GraphState, user: DirectoryUser): Mailbox | undefined => state.mailboxes.get(user.id);
