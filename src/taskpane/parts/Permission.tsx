import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '#domain/problem';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import type { Texts } from '../text/en.ts';
import { useCell } from '../useCell.ts';
import { AdminConsent } from './AdminConsent.tsx';
import { ProblemBar } from './ProblemBar.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid', gap: '8px', justifyItems: 'start', padding: '12px',
    borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  waiting: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

type Props = {
  readonly scopes: readonly string[];
  /** Runs once permission is there, for instance the save that had to wait. */
  readonly onGiven?: () => void;
  /** Where it is not about contacts. */
  readonly title?: string;
};

/** Says why permission is needed, and only then opens Microsoft's own question, from the click. */
export function Permission({ scopes, onGiven, title }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { way, signedOut } = useCell(services.session);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** Going away does not end it: the person may be at the other window meanwhile. */
  const asking = useRef<AbortController | null>(null);
  const [waiting, setWaiting] = useState(false);
  const heading = title ?? (scopes.some((scope) => /\bcontacts\./i.test(scope)) ? texts.signIn.title : texts.signIn.titleElse);
  const box = useRef<HTMLElement>(null);
  const asked = useRef(false);

  // Office takes the page away while it asks whether a window may open, and the focus with it.
  useEffect(() => { if (asked.current) box.current?.querySelector('button')?.focus(); }, [waiting]);

  async function ask() {
    const mine = new AbortController();
    asking.current?.abort();
    asking.current = mine;
    asked.current = true;
    setWaiting(true);
    setProblem(null);
    const result = await services.signIn(scopes, mine.signal);
    if (asking.current !== mine) return;
    asking.current = null;
    setWaiting(false);
    if (result.ok) onGiven?.();
    else if (result.problem.kind !== 'abandoned') setProblem(result.problem);
  }
  const stop = () => {
    asking.current?.abort();
    asking.current = null;
    setWaiting(false);
  };

  return (
    <section ref={box} className={styles.box} aria-label={heading}>
      <Text as="h2" weight="semibold">{signedOut ? texts.signIn.signedOut : heading}</Text>
      {reasons(texts, scopes).map((reason) => <Text key={reason} size={200}>{reason}</Text>)}
      {way === 'window' && <Text size={200}>{texts.signIn.window}</Text>}
      {problem && <ProblemBar problem={problem} />}
      {problem?.kind === 'adminConsentNeeded' && <AdminConsent />}
      {waiting
        ? (
          <div className={styles.waiting}>
            <Spinner size="tiny" label={texts.signIn.waiting} />
            <Button size="small" onClick={stop}>{texts.signIn.stop}</Button>
          </div>
        )
        : (
          <Button appearance="primary" onClick={() => void ask()}>
            {problem ? texts.signIn.retry : signedOut ? texts.signIn.signInAgain : texts.signIn.go}
          </Button>
        )}
    </section>
  );
}

/** A sentence for each scope; writing includes reading, so its reason is enough. */
function reasons(texts: Texts, scopes: readonly string[]): readonly string[] {
  const names = scopes.map((scope) => scope.toLowerCase().replace(/^https:\/\/[^/]+\//, ''));
  const said = names
    .filter((name) => {
      const writing = name.replace(/\.read(?=\.|$)/, '.readwrite');
      return writing === name || !names.includes(writing);
    })
    .map((name) => texts.signIn.why[name] ?? texts.signIn.whyElse);
  return [...new Set(said)];
}
