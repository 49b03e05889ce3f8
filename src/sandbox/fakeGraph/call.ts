import type { QueryOptions } from './query/queryOptions.ts';
import type { Refusal } from './refusal.ts';
import type { Version } from './shapes/renderContact.ts';
import type { DirectoryUser } from './state/directory.ts';
import type { GraphState } from './state/graphState.ts';
import type { Mailbox } from './state/mailbox.ts';

/** Who calls, as the bearer token says. */
export type Caller = { readonly user: DirectoryUser; readonly scopes: ReadonlySet<string>; readonly appId: string };

/** A request after its token was checked and its path was understood. */
export type GraphCall = {
  readonly state: GraphState;
  readonly version: Version;
  readonly method: string;
  /** Address without the query, as the client wrote it: links to further pages begin with it. */
  readonly address: string;
  /** `http://host/v1.0`. */
  readonly root: string;
  readonly query: QueryOptions;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly bytes: Buffer;
  readonly caller: Caller;
  /** Whose data the path speaks of; the caller unless it says `/users/{id}`. */
  readonly subject: DirectoryUser;
  /** Keys of folders in the path, outermost first. */
  readonly folders: readonly string[];
  /** The other keys in the path, in order. */
  readonly keys: readonly string[];
  readonly now: number;
};

/** A call on somebody's mailbox that has one. */
export type MailboxCall = GraphCall & { readonly mailbox: Mailbox };

export type GraphAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes and text go out as they are, anything else as JSON. */
  readonly body?: unknown;
};

export type Operation<C = GraphCall> = (call: C) => GraphAnswer | Refusal | Promise<GraphAnswer | Refusal>;

/** The values of `Prefer`, names in lower case. */
export function preferences(call: Pick<GraphCall, 'headers'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of (call.headers.prefer ?? '').split(/[,;]/)) {
    const [name, value] = part.split('=');
    if (name !== undefined && name.trim() !== '') found.set(name.trim().toLowerCase(), (value ?? '').trim().replaceAll('"', ''));
  }
  return found;
}

export const wantsImmutableIds = (call: Pick<GraphCall, 'headers'>): boolean =>
  preferences(call).get('idtype')?.toLowerCase() === 'immutableid';

export const metadata = (call: Pick<GraphCall, 'root'>, rest: string): string => `${call.root}/$metadata#${rest}`;
