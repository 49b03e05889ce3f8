/** The panel with every switch of the sandbox, and the log of what pane and host said to each other. */
import { items } from '../../seed/items.ts';
import { users } from '../../seed/people.ts';
import { button, element } from './element.ts';
import { hostProfiles } from './hostProfiles.ts';
import { icon } from './icon.ts';
import type { MessageLog } from './messageLog.ts';
import { defaultSituation, hasNestedAppAuth, mailboxType, situationChoices, type ChoiceKey, type Situation } from './situation.ts';

type Switch = { readonly key: keyof Situation; readonly label: string; readonly options: Readonly<Record<string, string>> };

const languages = ['en-US', 'en-GB', 'de-DE', 'cs-CZ', 'fr-FR', 'es-ES', 'pl-PL', 'tr-TR', 'ja-JP', 'zh-CN', 'ar-SA', 'he-IL'];

const someone = { name: 'Somebody', address: 'somebody@contoso.example' };
const itemNames: Record<string, string> = {
  none: 'nothing selected',
  ...Object.fromEntries(items(someone).map((item) => [item.id, item.id])),
};

/** A choice without words of its own here is shown by its value. */
const words: { readonly [K in ChoiceKey]?: Readonly<Record<string, string>> } = {
  pinned: { 0: 'no', 1: 'yes, on messages', any: 'yes, on everything' },
  none: { type6: 'an empty item', null: 'null' },
  user: Object.fromEntries(Object.entries(users).map(([key, user]) => [key, `${user.displayName} (${user.mailbox})`])),
  profile: Object.fromEntries(Object.entries(hostProfiles).map(([key, profile]) => [key, profile.label])),
  mailbox: { auto: 'as the user has' },
  naa: { auto: 'as the host has' },
  signin: {
    normal: 'works', consent: 'consent needed', refused: 'consent refused', admin: 'administrator must agree', account: 'account unavailable',
    offline: 'no network', disabled: 'switched off', transient: 'transient error', never: 'token never comes', silent: 'bridge never answers',
    second: 'another account (Henrietta)', short: 'tokens of two seconds',
  },
  fault: {
    none: 'none', latency: '2 s latency', busy: '429, Retry-After 5', error: '500', cut: 'connection cut', garbage: 'garbage as body',
    halfBody: 'half a body', claims: '401 with claims', gone: '404 on every write',
  },
  oddity: { none: 'none', lateItem: 'item comes late', sameItem: 'same item again', silentHost: 'calls never answered' },
  org: { none: 'no', fields: 'yes' },
  shared: { 0: 'no', 1: "Henrietta's folder" },
  panes: { 1: 'one', 2: 'two' },
};

const choice = (key: ChoiceKey, label: string): Switch => ({
  key, label, options: Object.fromEntries(situationChoices[key].map((value) => [value, words[key]?.[value] ?? value])),
});

const groups: readonly { readonly title: string; readonly switches: readonly Switch[] }[] = [
  { title: 'Item', switches: [
    { key: 'item', label: 'Selected', options: itemNames }, choice('pinned', 'Pinned'), choice('none', 'Nothing means'),
    choice('org', "Organisation's fields"), choice('shared', 'Shared folder'), choice('oddity', 'Oddity'),
  ] },
  { title: 'Trouble', switches: [
    choice('signin', 'Sign-in'), choice('fault', 'Graph'), choice('connection', 'Connection'), choice('storage', 'Storage'), choice('camera', 'Camera'),
    { key: 'delay', label: 'Host delay', options: { 0: 'at once', 300: '0.3 s', 1500: '1.5 s', 5000: '5 s' } },
  ] },
  { title: 'Look', switches: [
    choice('theme', 'Theme'), { key: 'locale', label: 'Language', options: Object.fromEntries(languages.map((tag) => [tag, tag])) },
    choice('dir', 'Direction'), { key: 'width', label: 'Pane width', options: { 320: '320', 450: '450', 600: '600' } }, choice('panes', 'Panes'),
  ] },
  { title: 'Host', switches: [
    choice('user', 'User'), choice('profile', 'Outlook'), choice('mailbox', 'Mailbox type'), choice('naa', 'Nested sign-in'),
    { key: 'limit', label: 'People limit', options: { '': 'as the host does', 20: '20', 100: '100' } },
  ] },
];

export function situationPanel(situation: () => Situation, change: (part: Partial<Situation>) => void, log: MessageLog) {
  const selects = new Map<keyof Situation, HTMLSelectElement>();
  const facts = element('p', { class: 'hint' });
  const lines = element('ol', { class: 'log', tabindex: 0, 'aria-label': 'Message log' });

  const row = ({ key, label, options }: Switch) => {
    const select = element('select', { id: `switch-${key}` });
    selects.set(key, select);
    select.dataset['options'] = JSON.stringify(options);
    select.addEventListener('change', () => { change({ [key]: readValue(key, select.value) }); });
    return element('div', { class: 'switch' }, element('label', { for: select.id }, label), select);
  };

  const panel = element('section', { class: 'situation', 'aria-label': 'Situation', id: 'situation' },
    element('div', { class: 'situation-head' }, element('h2', {}, 'Situation'),
      button('Back to normal', () => { change({ ...defaultSituation, item: situation().item, panel: 'open' }); }, { class: 'quiet' }),
      button('Close panel', () => { change({ panel: 'closed' }); }, { class: 'bar-button' }, icon('close'))),
    ...groups.map((group) => element('fieldset', {}, element('legend', {}, group.title), ...group.switches.map(row))),
    facts);
  const messages = element('section', { class: 'messages', 'aria-label': 'Messages' },
    element('div', { class: 'situation-head' }, element('h2', {}, 'Messages between pane and host'), button('Clear', () => { log.clear(); }, { class: 'quiet' })),
    lines);

  const refreshLog = () => {
    if (panel.hidden) return;
    const stuckToEnd = lines.scrollHeight - lines.scrollTop - lines.clientHeight < 40;
    lines.replaceChildren(...log.entries().map((entry) => {
      const head = element('span', { class: `log-${entry.direction}` }, `${(entry.at / 1000).toFixed(2)} ${entry.direction === 'pane' ? '→' : '←'} ${entry.what}`);
      return element('li', {}, entry.detail === '' ? head : element('details', {}, element('summary', {}, head), element('pre', {}, entry.detail)));
    }));
    if (stuckToEnd) lines.scrollTop = lines.scrollHeight;
  };
  let due = false;
  log.onChange(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; refreshLog(); });
  });

  return {
    elements: [panel, messages] as const,
    refresh(): void {
      const now = situation();
      panel.hidden = now.panel === 'closed';
      messages.hidden = panel.hidden;
      for (const [key, select] of selects) {
        const value = String(now[key] ?? '');
        const options = JSON.parse(select.dataset['options'] ?? '{}') as Record<string, string>;
        // An address may name what the list does not: a width of 333, a language nobody thought of.
        if (!(value in options)) options[value] = value;
        select.replaceChildren(...Object.entries(options).map(([name, label]) => element('option', { value: name, selected: name === value }, label)));
        select.value = value;
        select.parentElement?.classList.toggle('changed', key !== 'item' && now[key] !== defaultSituation[key]);
      }
      facts.textContent = `accountType ${mailboxType(now)}, nested sign-in ${hasNestedAppAuth(now) ? 'offered' : 'not offered'}.`;
      refreshLog();
    },
  };
}

function readValue(key: keyof Situation, value: string): string | number | null {
  if (key === 'limit') return value === '' ? null : Number(value);
  return key === 'width' || key === 'delay' ? Number(value) : value;
}
