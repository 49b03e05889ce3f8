import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Problem } from '#domain/problem';
import { problemText } from '../text/problemText.ts';
import { useTexts } from '../text/TextContext.ts';

type Props = {
  readonly problem: Problem;
  /** The way on; without it the sentence stands alone. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
};

/** Says what happened and offers the way on. Read aloud when it appears. */
export function ProblemBar({ problem, action }: Props) {
  const texts = useTexts();
  const mild = problem.kind === 'offline' || problem.kind === 'busy' || problem.kind === 'signInNeeded' || problem.kind === 'signInCancelled'
    || problem.kind === 'signInWindow' || problem.kind === 'wrongAccount';
  return (
    <MessageBar intent={mild ? 'warning' : 'error'} layout="multiline" role="alert">
      <MessageBarBody>{problemText(texts, problem)}</MessageBarBody>
      {action && (
        <MessageBarActions>
          <Button size="small" onClick={action.run}>{action.label}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
