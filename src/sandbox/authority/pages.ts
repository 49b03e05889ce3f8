/** What a person sees at the authority: who are you, do you agree, and errors that concern the application. */
import { users, type UserKey } from '../seed/people.ts';
import type { Session } from './authority.ts';

/** Microsoft cuts the tie to the window that opened its page, unless the application vouches for that window. */
export function pageHeaders(openerIsSafe: boolean): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ...(openerIsSafe ? {} : { 'Cross-Origin-Opener-Policy': 'same-origin' }),
  };
}

export function accountPage(action: string, session: Session): string {
  const one = (key: UserKey) => `<li><button name="account" value="${key}"><b>${escape(users[key].displayName)}</b><br>${escape(users[key].address)}${session.signedIn.has(key) ? ' · signed in' : ''}</button></li>`;
  return page('Pick an account', `<form method="post" action="${escape(action)}"><ul>${(Object.keys(users) as UserKey[]).map(one).join('')}</ul>
<button name="do" value="cancel" class="quiet">Cancel</button></form>`);
}

export function consentPage(action: string, user: UserKey, scopes: readonly string[]): string {
  return page('Permissions requested', `<p>${escape(users[user].address)}</p><p>Contact Pane would like to:</p>
<ul class="scopes">${scopes.map((scope) => `<li>${escape(scope)}</li>`).join('')}</ul>
<form method="post" action="${escape(action)}"><input type="hidden" name="account" value="${user}">
<button name="do" value="accept" class="main">Accept</button> <button name="do" value="cancel">Cancel</button>
<details><summary>Play trouble</summary>
<button name="do" value="admin">An administrator must agree</button> <button name="do" value="policy">Blocked by a policy</button>
<button name="do" value="trouble">A passing error</button> <button name="do" value="forged">An answer with a foreign state</button></details></form>`);
}

export const errorPage = (error: string): string => page('Sorry, but we’re having trouble signing you in.', `<p>${escape(error)}</p>`);

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} (sandbox)</title><link rel="icon" href="data:,"><style>
:root { color-scheme: light dark; } body { margin: 0; font: 14px/1.5 'Segoe UI', system-ui, sans-serif; background: Canvas; color: CanvasText; }
main { max-width: 26em; margin: 0 auto; padding: 24px; } h1 { font-size: 20px; line-height: 1.3; } ul { padding: 0; list-style: none; }
ul.scopes { padding-inline-start: 1.2em; list-style: disc; } li button { width: 100%; text-align: start; margin-block-end: 4px; }
button { font: inherit; padding: 6px 12px; } details { margin-block-start: 24px; }
</style></head><body><main><p>Sign-in of the sandbox; nothing leaves this machine.</p><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
