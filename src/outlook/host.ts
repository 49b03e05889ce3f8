import type { Result } from '#domain/result';

/** What Outlook says about itself and its user. '' stands for everything it keeps to itself. */
export type UserProfile = {
  readonly emailAddress: string;
  readonly displayName: string;
  /** `enterprise` is a mailbox on premises, for which Graph has no contacts. (mailbox.userProfile.accountType) */
  readonly accountType: 'enterprise' | 'office365' | 'outlookCom' | 'gmail' | '';
};

export type Host = {
  readonly kind: 'outlook';
  readonly userProfile: UserProfile;
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

export async function startHost(_how: { readonly clockMs?: number } = {}): Promise<Result<Host | OutsideOutlook>> {
  throw new Error('not built yet');
}
