import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { guarded, guardedText } from './guarded.ts';

/** What Outlook says about its user. '' stands for everything it keeps to itself. */
export type UserProfile = {
  readonly emailAddress: string;
  readonly displayName: string;
  /** `enterprise` is a mailbox on premises, for which Graph has no contacts. (mailbox.userProfile.accountType) */
  readonly accountType: 'enterprise' | 'office365' | 'outlookCom' | 'gmail' | '';
};

export type Host = {
  readonly kind: 'outlook';
  /** Read anew each time: a pane that started without an item may have had none. */
  readonly userProfile: UserProfile;
  /** What keeps this pane's storage apart from that of other pages, where the browser does not do it; '' where it does. */
  readonly partitionKey: string;
  /** Language tags such as `de-DE`, or ''. */
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  readonly platform: string;
  readonly version: string;
  /** Whether the host claims a requirement set, e.g. `supports('NestedAppAuth', '1.1')`. Test the function as well. */
  readonly supports: (set: string, version: string) => boolean;
};

/** The page was opened in a browser, or in another Office application. */
export type OutsideOutlook = { readonly kind: 'outside' };

/**
 * Waits for Office to be ready, 10 s at most. `noAnswer` from outlook also when office.js did not load at all.
 * (Office add-ins, "Initialize your Office Add-in")
 */
export function startHost(how: { readonly clockMs?: number } = {}): Promise<Result<Host | OutsideOutlook>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(failed({ kind: 'noAnswer', from: 'outlook' })), how.clockMs ?? 10_000);
    const settle = (result: Result<Host | OutsideOutlook>) => {
      clearTimeout(timer);
      resolve(result);
    };
    const ready = guarded(() => Office.onReady());
    if (ready === undefined) return settle(failed({ kind: 'noAnswer', from: 'outlook' }));
    Promise.resolve(ready).then(
      (info) => settle(ok(guardedText(() => info.host) === 'Outlook' ? outlook(info) : { kind: 'outside' })),
      () => settle(failed({ kind: 'noAnswer', from: 'outlook' })),
    );
  });
}

function outlook(info: { platform?: unknown }): Host {
  return {
    kind: 'outlook',
    get userProfile() { return userProfile(); },
    get partitionKey() { return guardedText(() => Office.context.partitionKey); },
    get displayLanguage() { return guardedText(() => Office.context.displayLanguage); },
    get contentLanguage() { return guardedText(() => Office.context.contentLanguage); },
    platform: guardedText(() => Office.context.diagnostics.platform) || guardedText(() => info.platform),
    version: guardedText(() => Office.context.diagnostics.version) || guardedText(() => Office.context.mailbox.diagnostics.hostVersion),
    supports: (set, version) => guarded(() => Office.context.requirements.isSetSupported(set, version)) === true,
  };
}

function userProfile(): UserProfile {
  const accountType = guardedText(() => Office.context.mailbox.userProfile.accountType);
  return {
    emailAddress: guardedText(() => Office.context.mailbox.userProfile.emailAddress),
    displayName: guardedText(() => Office.context.mailbox.userProfile.displayName),
    accountType: isAccountType(accountType) ? accountType : '',
  };
}

const isAccountType = (text: string): text is Exclude<UserProfile['accountType'], ''> =>
  ['enterprise', 'office365', 'outlookCom', 'gmail'].includes(text);
