import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Settings } from '../state/graphState.ts';

/** What a delta link remembers. The first call's options go into the token and must not be repeated. */
export type DeltaToken = {
  readonly mailbox: number;
  /** Serial of the folder whose contacts are followed; 0 for the folders themselves. */
  readonly folder: number;
  readonly epoch: number;
  readonly select: readonly string[] | null;
  readonly size: number;
  /** Changes after `since` and up to `until` belong to this round; `after` is how far its pages have come. */
  readonly initial: boolean;
  readonly since: number;
  readonly until: number;
  readonly after: number;
};

export const writeDeltaToken = (token: DeltaToken): string => Buffer.from(JSON.stringify(token)).toString('base64url');

export function readDeltaToken(text: string): DeltaToken | null {
  try {
    const token = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
    return typeof token === 'object' && token !== null && 'epoch' in token && 'until' in token ? token as DeltaToken : null;
  } catch {
    return null;
  }
}

/** An expired token, in whichever of the shapes seen: 410 with either code and a `Location`, or 400 or 404. */
export function expiredDelta(shape: Settings['expiredDelta'], address: string): Refusal {
  const text = 'The sync state generation is not found; the token has expired or is invalid.';
  const headers = { Location: `${address}?%24deltatoken=` };
  switch (shape) {
    case 'gone': return refuse(410, 'SyncStateNotFound', text, headers);
    case 'resyncRequired': return refuse(410, 'resyncRequired', text, headers);
    case 'badRequest': return refuse(400, 'syncStateNotFound', text);
    case 'notFound': return refuse(404, 'syncStateNotFound', text);
  }
}
