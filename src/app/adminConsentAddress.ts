import type { Settings } from './settings.ts';

/** Everything the pane may ever ask for, so that an administrator agrees once. */
const scopes = [
  'Contacts.Read', 'Contacts.ReadWrite', 'MailboxSettings.Read', 'MailboxSettings.ReadWrite', 'User.ReadBasic.All',
  'Mail.ReadBasic', 'Calendars.ReadBasic', 'GroupMember.Read.All',
] as const;
/** Asked for where the organisation has fields of its own. */
const fieldScopes = ['User.Read'] as const;

/**
 * Where an administrator agrees for everybody in the organisation; `consent.html` beside the pane says how it went.
 * (Microsoft identity platform, "Admin consent on the Microsoft identity platform")
 */
export function adminConsentAddress(settings: Settings, page: string): string {
  const wanted = settings.schemaExtension === null ? scopes : [...scopes, ...fieldScopes];
  const url = new URL('/organizations/v2.0/adminconsent', settings.authority);
  url.searchParams.set('client_id', settings.clientId);
  url.searchParams.set('scope', ['openid', 'profile', 'offline_access', ...wanted.map((scope) => `${settings.graphUrl}/${scope}`)].join(' '));
  url.searchParams.set('redirect_uri', new URL('consent.html', page).href);
  return url.href;
}
