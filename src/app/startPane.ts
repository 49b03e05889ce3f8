import { dialogTokens } from '#auth/dialogTokens';
import { eitherTokens } from '#auth/eitherTokens';
import { nestedAppTokens } from '#auth/nestedAppTokens';
import type { Problem } from '#domain/problem';
import { startHost } from '#outlook/host';
import { roamingSettings } from '#outlook/settings';
import { askInDialog } from '#outlook/signInDialog';
import { mailboxStores } from '#store/mailboxStores';
import type { MailboxStores } from '#store/mailboxStores';
import { createCell } from './cell.ts';
import type { Cell, WritableCell } from './cell.ts';
import { compose, keepSetting } from './compose.ts';
import type { Services } from './services.ts';
import type { Settings } from './settings.ts';

/** How far the pane has come up. `outside`: opened in a browser tab instead of Outlook. */
export type Boot =
  | { readonly phase: 'starting' }
  | { readonly phase: 'outside' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  /** With another account in the same mailbox, `services` are others and `turn` goes up. */
  | { readonly phase: 'ready'; readonly services: Services; readonly turn: number };

/** Brings the pane up: Outlook first, then what this device holds, then Graph. The only place where things are built. */
export function startPane(settings: Settings, page: { readonly url: string }): Cell<Boot> {
  const boot = createCell<Boot>({ phase: 'starting' });
  bringUp(settings, page, boot).catch(() => boot.set({ phase: 'failed', problem: { kind: 'notUnderstood', from: 'outlook' } }));
  return boot;
}

async function bringUp(settings: Settings, page: { readonly url: string }, boot: WritableCell<Boot>): Promise<void> {
  const started = await startHost();
  if (!started.ok) return boot.set({ phase: 'failed', problem: started.problem });
  if (started.value.kind === 'outside') return boot.set({ phase: 'outside' });
  const host = started.value;
  // Keyed by the mailbox Outlook names, so that people are on the screen before any token exists.
  const keepOnDevice = roamingSettings().get(keepSetting) !== false;
  // A pane that starts with nothing open may not know whose it is: then nothing may be kept, or found.
  const mayKeep = host.userProfile.emailAddress !== '';
  const storesOn = (disk: boolean): MailboxStores => mailboxStores({
    mailbox: host.userProfile.emailAddress, language: host.displayLanguage, partition: host.partitionKey, ...(disk ? {} : { indexedDB: null }),
  });
  let stores = storesOn(keepOnDevice && mayKeep);
  const dialogIsSupported = () => host.supports('DialogApi', '1.1');
  const tokens = eitherTokens(
    nestedAppTokens({ clientId: settings.clientId, authority: settings.authority, isSupported: () => host.supports('NestedAppAuth', '1.1') }),
    dialogTokens({ page: new URL('signin.html', page.url).href, isSupported: dialogIsSupported, open: askInDialog }),
    dialogIsSupported,
  );
  let store = await stores.last();
  if (!keepOnDevice && mayKeep) {
    // What was kept before goes now; but what was not sent yet lies nowhere else, and has to be sent first.
    if (await stores.unsentOfOthers(store) === 0) await stores.forgetAll(store);
    else {
      stores = storesOn(true);
      store = await stores.last();
    }
  }
  for (let turn = 1; ; turn += 1) {
    const showing = store;
    const { services, otherAccount, end } = await compose({ settings, page, host, stores, store, tokens, keepOnDevice });
    boot.set({ phase: 'ready', services, turn });
    const account = await otherAccount;
    // What is on the screen belongs to somebody else. It goes with all that works on it, and comes back with them.
    boot.set({ phase: 'starting' });
    void end().then(() => stores.putAway(showing));
    store = await stores.of(account);
  }
}
