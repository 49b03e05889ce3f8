import type { Problem } from '#domain/problem';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { lazily } from './lazily.tsx';
import { ProblemBar } from './ProblemBar.tsx';

// Rare, and of no use without a connection: not among what every pane loads first.
const Permission = lazily(() => import('./Permission.tsx').then((it) => it.Permission));
const AdminConsent = lazily(() => import('./AdminConsent.tsx').then((it) => it.AdminConsent));
const WrongAccount = lazily(() => import('./WrongAccount.tsx').then((it) => it.WrongAccount));

type Props = {
  readonly problem: Problem;
  /** Tries the same again. */
  readonly retry: () => void;
};

/** Problems for which trying the same again makes no sense. */
const final: ReadonlySet<Problem['kind']> = new Set(['gone', 'refused', 'accessDenied', 'mailboxUnsupported']);

/** A problem together with the right way on: a permission, help, another try, or the sentence alone. */
export function Trouble({ problem, retry }: Props) {
  const services = useServices();
  const texts = useTexts();
  if (problem.kind === 'signInNeeded' || problem.kind === 'signInCancelled' || problem.kind === 'signInWindow') {
    return <Permission key={problem.scopes.join(' ')} scopes={problem.scopes} onGiven={retry} />;
  }
  if (problem.kind === 'wrongAccount') return <WrongAccount />;
  if (problem.kind === 'adminConsentNeeded') {
    // The same again makes sense as soon as the administrator has agreed.
    return <><ProblemBar problem={problem} action={{ label: texts.status.retry, run: retry }} /><AdminConsent /></>;
  }
  if (problem.kind === 'signInUnsupported') {
    return <ProblemBar problem={problem} action={{ label: texts.signIn.what, run: () => void services.showSignInHelp() }} />;
  }
  return <ProblemBar problem={problem} action={final.has(problem.kind) ? undefined : { label: texts.status.retry, run: retry }} />;
}
