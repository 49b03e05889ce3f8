/**
 * Everything one can choose about the sandbox, as one value, and its way into the address and back, so that any
 * situation can be linked to. What stands at its default is left out of the address.
 */
import { users, type UserKey } from '../../seed/people.ts';
import { hostProfiles, type HostProfile, type HostProfileKey } from './hostProfiles.ts';

const choices = {
  /** `any` goes beyond real hosts: the pane then also lives on between mail and calendar. */
  pinned: ['0', '1', 'any'],
  /** What the pane is told when nothing is selected: an empty item with mailbox rights, or nothing at all. */
  none: ['type6', 'null'],
  theme: ['light', 'dark', 'contrast'],
  dir: ['auto', 'ltr', 'rtl'],
  user: Object.keys(users) as UserKey[],
  profile: Object.keys(hostProfiles) as HostProfileKey[],
  mailbox: ['auto', 'office365', 'outlookCom', 'enterprise', 'gmail'],
  naa: ['auto', 'on', 'off'],
  signin: ['normal', 'consent', 'refused', 'admin', 'account', 'offline', 'disabled', 'transient', 'never', 'silent', 'second', 'short'],
  storage: ['allowed', 'denied'],
  connection: ['online', 'offline'],
  fault: ['none', 'latency', 'busy', 'error', 'cut', 'garbage', 'halfBody', 'claims', 'gone'],
  /** Whether the host lets the pane ask for the camera: no page says that Outlook does. */
  camera: ['off', 'on'],
  oddity: ['none', 'lateItem', 'sameItem', 'silentHost'],
  panes: ['1', '2'],
  /** `other`: the pane comes from another port than this page; only where the sandbox was started with PANE_PORT. */
  origin: ['same', 'other'],
  /** `fields`: the pane is built for an organisation that has fields of its own (a schema extension). */
  org: ['none', 'fields'],
  shared: ['0', '1'],
  pane: ['open', 'closed'],
  panel: ['closed', 'open'],
} as const satisfies Record<string, readonly string[]>;

type Chosen = { readonly [K in keyof typeof choices]: (typeof choices)[K][number] };

export type Situation = Chosen & {
  /** Id of an item of `seed/items.ts`, or `none`. */
  readonly item: string;
  readonly locale: string;
  /** Pixels. */
  readonly width: number;
  /** People a pane may read from an item; null leaves it to the profile. */
  readonly limit: number | null;
  /** Milliseconds every answer of the host is held back. */
  readonly delay: number;
};

export type ChoiceKey = keyof typeof choices;
export const situationChoices: { readonly [K in ChoiceKey]: readonly string[] } = choices;

export const defaultSituation: Situation = {
  item: 'known', pinned: '0', none: 'type6', theme: 'light', dir: 'auto', locale: 'en-US', user: 'adele', profile: 'web',
  mailbox: 'auto', naa: 'auto', signin: 'normal', storage: 'allowed', connection: 'online', fault: 'none', camera: 'off', oddity: 'none',
  panes: '1', origin: 'same', org: 'none', shared: '0', pane: 'open', panel: 'closed', width: 320, limit: null, delay: 0,
};

/** What cannot be read falls back to the default: an address typed by hand never breaks the page. */
export function situationFromQuery(query: string): Situation {
  const given = new URLSearchParams(query);
  const chosen = Object.fromEntries((Object.keys(choices) as ChoiceKey[]).map((key) => {
    const value = given.get(key);
    return [key, value !== null && situationChoices[key].includes(value) ? value : defaultSituation[key]];
  })) as unknown as Chosen;
  return {
    ...chosen,
    item: readText(given.get('item'), /^[a-z0-9-]{1,60}$/i) ?? defaultSituation.item,
    locale: readText(given.get('locale'), /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i) ?? defaultSituation.locale,
    width: readNumber(given.get('width'), 280, 900) ?? defaultSituation.width,
    limit: readNumber(given.get('limit'), 1, 5000),
    delay: readNumber(given.get('delay'), 0, 60_000) ?? 0,
  };
}

export function situationToQuery(situation: Situation): string {
  const query = new URLSearchParams({ item: situation.item });
  for (const [key, value] of Object.entries(situation)) {
    if (key === 'item' || value === null || value === defaultSituation[key as keyof Situation]) continue;
    query.set(key, String(value));
  }
  return `?${query.toString()}`;
}

/** A pane learns these only at its start, so changing one of them starts it anew; a new sign-in is a new start too. */
export const startsPaneAnew: readonly (keyof Situation)[] =
  ['locale', 'user', 'profile', 'mailbox', 'naa', 'storage', 'limit', 'none', 'shared', 'signin', 'origin', 'camera', 'org'];

export function textDirection(situation: Pick<Situation, 'dir' | 'locale'>): 'ltr' | 'rtl' {
  if (situation.dir !== 'auto') return situation.dir;
  return /^(ar|he|fa|ur)\b/i.test(situation.locale) ? 'rtl' : 'ltr';
}

export function hasNestedAppAuth(situation: Pick<Situation, 'naa' | 'profile' | 'user'>): boolean {
  if (situation.naa !== 'auto') return situation.naa === 'on';
  // Only work accounts in Exchange Online have it by the requirement-set page.
  return hostProfiles[situation.profile].nestedAppAuth && users[situation.user].mailbox === 'exchangeOnline';
}

export function mailboxType(situation: Pick<Situation, 'mailbox' | 'user'>): string {
  if (situation.mailbox !== 'auto') return situation.mailbox;
  return { exchangeOnline: 'office365', onPremises: 'enterprise', outlookCom: 'outlookCom' }[users[situation.user].mailbox];
}

export function recipientLimit(situation: Pick<Situation, 'limit' | 'profile'>): number | null {
  return situation.limit ?? hostProfiles[situation.profile].recipientLimit;
}

/** Of each line, while the header is folded; an explicit `limit` goes before. */
export function foldedLimit(situation: Pick<Situation, 'limit' | 'profile'>): number | null {
  const profile: HostProfile = hostProfiles[situation.profile];
  return situation.limit === null ? profile.foldedLimit ?? null : null;
}

function readText(value: string | null, shape: RegExp): string | null {
  return value !== null && shape.test(value) ? value : null;
}

function readNumber(value: string | null, least: number, most: number): number | null {
  if (value === null || !/^\d+$/.test(value)) return null;
  return Math.min(most, Math.max(least, Number(value)));
}
