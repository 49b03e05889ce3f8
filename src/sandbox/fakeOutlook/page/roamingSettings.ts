/** Roaming settings of a user: small texts the real host keeps in the mailbox. Each value is JSON text already. */
import type { UserKey } from '../../seed/people.ts';
import { isRecord } from './envelope.ts';
import { recall, remember } from './guardedStorage.ts';

export function roamingSettings(user: UserKey): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(recall(`roaming.${user}`) ?? '{}');
    if (!isRecord(kept)) return {};
    return Object.fromEntries(Object.entries(kept).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  } catch {
    return {};
  }
}

export function saveRoamingSettings(user: UserKey, settings: Readonly<Record<string, string>>): void {
  remember(`roaming.${user}`, JSON.stringify(settings));
}
