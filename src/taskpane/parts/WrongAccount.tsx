import { Button, MessageBar, MessageBarBody, Spinner, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Problem } from '#domain/problem';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';
import { ProblemBar } from './ProblemBar.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', minWidth: 0 },
  body: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The account is called otherwise than the mailbox: the person says whether that is right, or takes another. */
export function WrongAccount() {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { account, mailbox } = useCell(services.session);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [waiting, setWaiting] = useState(false);
  const asking = useRef<AbortController | null>(null);

  async function another() {
    const mine = new AbortController();
    asking.current = mine;
    setWaiting(true);
    setProblem(null);
    const result = await services.useAnotherAccount(mine.signal);
    setWaiting(false);
    if (!result.ok && result.problem.kind !== 'abandoned' && result.problem.kind !== 'wrongAccount') setProblem(result.problem);
  }

  return (
    <div className={styles.box}>
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody className={styles.body}>{texts.signIn.wrongAccount(account ?? '', mailbox)}</MessageBarBody>
      </MessageBar>
      {problem && <ProblemBar problem={problem} />}
      {waiting
        ? (
          <div className={styles.buttons}>
            <Spinner size="tiny" label={texts.signIn.waiting} />
            <Button size="small" onClick={() => asking.current?.abort()}>{texts.signIn.stop}</Button>
          </div>
        )
        : (
          <div className={styles.buttons}>
            <Button appearance="primary" onClick={() => void another()}>{texts.signIn.otherAccount}</Button>
            <Button onClick={() => void services.keepAccount()}>{texts.signIn.keepAccount}</Button>
          </div>
        )}
    </div>
  );
}
