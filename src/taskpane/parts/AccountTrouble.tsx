import { Button, MessageBar, MessageBarBody, Spinner, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Problem } from '#domain/problem';
import { useServices } from '../ServicesContext.ts';
import { problemText } from '../text/problemText.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';
import { ProblemBar } from './ProblemBar.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', minWidth: 0 },
  body: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = {
  /** `wrongAccount`: the person may say that it is right. `otherAccount`: what waits here has to be dealt with first. */
  readonly problem: Problem;
  readonly retry: () => void;
};

/** The account does not fit the mailbox, or what is kept here: the person takes another, or says how to go on. */
export function AccountTrouble({ problem: trouble, retry }: Props) {
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
    if (!result.ok && result.problem.kind !== 'abandoned' && result.problem.kind !== 'wrongAccount' && result.problem.kind !== 'otherAccount') setProblem(result.problem);
  }

  return (
    <div className={styles.box}>
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody className={styles.body}>
          {trouble.kind === 'wrongAccount' ? texts.signIn.wrongAccount(account ?? '', mailbox) : problemText(texts, trouble)}
        </MessageBarBody>
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
            {trouble.kind === 'wrongAccount'
              ? <Button onClick={() => void services.keepAccount()}>{texts.signIn.keepAccount}</Button>
              : <Button onClick={retry}>{texts.status.retry}</Button>}
          </div>
        )}
    </div>
  );
}
