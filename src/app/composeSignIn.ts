import { dialogPage } from '#auth/dialogPage';
import type { Problem } from '#domain/problem';
import { answerOpener } from '#outlook/signInDialog';
import type { Settings } from './settings.ts';

/** What the page in the dialog has to show for itself; mostly it is closed before anybody reads it. */
export type SignInPageEnd =
  /** Microsoft's page comes next. */
  | { readonly kind: 'leaving' }
  /** The pane has the answer and closes this window. */
  | { readonly kind: 'told' }
  /** Nobody hears the answer: the pane is gone, or this page was opened by hand. */
  | { readonly kind: 'nobody'; readonly problem: Problem };

/**
 * Puts the page of the dialog together, as `compose.ts` does for the pane. A page and a bundle of its own, because it
 * must not bring the pane with it.
 */
export async function runSignInPage(settings: Settings, address: string): Promise<SignInPageEnd> {
  const answer = await dialogPage({ clientId: settings.clientId, authority: settings.authority, address });
  if (answer === null) return { kind: 'leaving' };
  const told = await answerOpener(answer);
  return told.ok ? { kind: 'told' } : { kind: 'nobody', problem: told.problem };
}
