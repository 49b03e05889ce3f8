import type { Problem } from '#domain/problem';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { Permission } from './Permission.tsx';
import { ProblemBar } from './ProblemBar.tsx';

type Props = {
  readonly problem: Problem;
  /** Tries the same again. */
  readonly retry: () => void;
};

/** Problems for which trying the same again makes no sense. */
const final: ReadonlySet<Problem['kind']> = new Set(['gone', 'refused', 'accessDenied', 'mailboxUnsupported', 'adminConsentNeeded']);

/** A problem together with the right way on: a permission, help, another try, or the sentence alone. */
export function Trouble({ problem, retry }: Props) {
  const services = useServices();
  const texts = useTexts();
  if (problem.kind === 'signInNeeded' || problem.kind === 'signInCancelled') {
    return <Permission key={problem.scopes.join(' ')} scopes={problem.scopes} onGiven={retry} />;
  }
  if (problem.kind === 'signInUnsupported') {
    return <ProblemBar problem={problem} action={{ label: texts.signIn.what, run: () => void services.showSignInHelp() }} />;
  }
  return <ProblemBar problem={problem} action={final.has(problem.kind) ? undefined : { label: texts.status.retry, run: retry }} />;
}
