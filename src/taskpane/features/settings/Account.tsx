import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isPending } from '#domain/change';
import type { Problem } from '#domain/problem';
import { Trouble } from '../../parts/Trouble.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', padding: '16px', justifyItems: 'start', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Phase = 'shown' | 'askOther' | 'askOut' | 'waiting' | 'out' | 'failed';

/** Who is signed in, another account, and leaving. What each step costs is said before it is taken. */
export function Account() {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { account, way, signedOut } = useCell(services.session);
  const changes = useCell(services.changes).filter(isPending).length;
  const [drafts, setDrafts] = useState(0);
  const [others, setOthers] = useState(0);
  const [phase, setPhase] = useState<Phase>('shown');
  const [problem, setProblem] = useState<Problem | null>(null);

  const begin = async (next: Phase) => {
    setProblem(null);
    setDrafts((await services.drafts.list()).length);
    if (next === 'askOut') setOthers(await services.unsentOfOthers());
    setPhase(next);
  };
  const other = async () => {
    setPhase('waiting');
    const result = await services.useAnotherAccount();
    setPhase('shown');
    setProblem(result.ok || result.problem.kind === 'abandoned' ? null : result.problem);
  };
  const out = async () => {
    setPhase('waiting');
    const result = await services.signOut();
    setPhase(result.ok ? 'out' : 'failed');
  };

  return (
    <section className={styles.box} aria-label={texts.account.title}>
      <Text as="h2" weight="semibold">{texts.account.title}</Text>
      <Text size={200} className={styles.quiet} role="status">
        {phase === 'out' ? texts.account.done : phase === 'failed' ? texts.account.failed
          : account === null || signedOut ? texts.account.isNobody : `${texts.account.is(account)}${way === 'window' ? ` ${texts.account.byWindow}` : ''}`}
      </Text>
      {problem && <Trouble problem={problem} retry={() => void other()} />}
      {phase === 'waiting' && <Spinner size="tiny" label={texts.signIn.waiting} />}
      {(phase === 'shown' || phase === 'out' || phase === 'failed') && (
        <div className={styles.actions}>
          <Button size="small" onClick={() => void begin('askOther')}>{texts.account.other}</Button>
          {!signedOut && <Button size="small" onClick={() => void begin('askOut')}>{texts.account.out}</Button>}
        </div>
      )}
      {(phase === 'askOther' || phase === 'askOut') && (
        <>
          <Text size={200}>{phase === 'askOut' ? texts.account.outHint : texts.account.otherHint}</Text>
          {phase === 'askOut' && changes + drafts > 0 && <Text weight="semibold">{texts.account.lost(changes, drafts)}</Text>}
          {phase === 'askOut' && others > 0 && <Text weight="semibold">{texts.device.forgetOthers(others)}</Text>}
          <div className={styles.actions}>
            <Button appearance="primary" autoFocus onClick={() => void (phase === 'askOut' ? out() : other())}>
              {phase === 'askOut' ? texts.account.outGo : texts.account.otherGo}
            </Button>
            <Button onClick={() => setPhase('shown')}>{texts.account.cancel}</Button>
          </div>
        </>
      )}
    </section>
  );
}
