import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '#domain/problem';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { ProblemBar } from './ProblemBar.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid', gap: '8px', justifyItems: 'start', padding: '12px',
    borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Props = {
  readonly scopes: readonly string[];
  /** Runs once permission is there, for instance the save that had to wait. */
  readonly onGiven?: () => void;
};

/** Says why permission is needed, and only then opens Outlook's own question, from the click. */
export function Permission({ scopes, onGiven }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const writing = scopes.some((scope) => scope.includes('Write'));

  async function ask() {
    setAsking(true);
    setProblem(null);
    const result = await services.signIn(scopes);
    setAsking(false);
    if (result.ok) onGiven?.();
    else setProblem(result.problem);
  }

  return (
    <section className={styles.box} aria-label={texts.signIn.title}>
      <Text as="h2" weight="semibold">{texts.signIn.title}</Text>
      <Text size={200}>{writing ? texts.signIn.why.write : texts.signIn.why.read}</Text>
      {problem && <ProblemBar problem={problem} />}
      {asking
        ? <Spinner size="tiny" label={texts.signIn.waiting} />
        : <Button appearance="primary" onClick={() => void ask()}>{problem ? texts.signIn.retry : texts.signIn.go}</Button>}
    </section>
  );
}
