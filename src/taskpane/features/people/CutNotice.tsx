import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { OpenItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import { focusForNow } from '../../focusForNow.ts';
import { Trouble } from '../../parts/Trouble.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';

const useStyles = makeStyles({
  bars: { display: 'grid', gap: '8px', margin: '8px 8px 0', minWidth: 0 },
  reading: { justifyContent: 'start' },
});

/** Says that Outlook may have told of some of the people only, and offers to read them all. */
export function CutNotice({ item }: { readonly item: OpenItem }) {
  const texts = useTexts();
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  if (!item.whole && !item.mayHaveMore) return null;
  return (
    <div ref={box} className={styles.bars} role="group" aria-label={texts.wholeItem.title}>
      {item.whole
        ? <MessageBar intent="success" layout="multiline" role="status"><MessageBarBody>{texts.wholeItem.all(item.people.length)}</MessageBarBody></MessageBar>
        : <Offer key={item.id ?? item.key} item={item} onAsked={() => { if (box.current) focusForNow(box.current); }} />}
    </div>
  );
}

type OfferProps = {
  readonly item: OpenItem;
  /** The button goes away with the click: whoever uses the keyboard stays at the notice. */
  readonly onAsked: () => void;
};

function Offer({ item, onAsked }: OfferProps) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function read() {
    onAsked();
    setReading(true);
    setProblem(null);
    const result = await services.readWholeItem(item);
    setReading(false);
    if (!result.ok && result.problem.kind !== 'abandoned') setProblem(result.problem);
  }

  const canRead = item.id !== undefined && !reading && problem === null;
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{texts.wholeItem.mayHaveMore(item.people.length)}</MessageBarBody>
        {canRead && <MessageBarActions><Button size="small" onClick={() => void read()}>{texts.wholeItem.show}</Button></MessageBarActions>}
      </MessageBar>
      {reading && <Spinner className={styles.reading} size="tiny" label={texts.wholeItem.reading} />}
      {problem?.kind === 'gone' && <MessageBar intent="warning" layout="multiline" role="alert"><MessageBarBody>{texts.wholeItem.notMine}</MessageBarBody></MessageBar>}
      {problem && problem.kind !== 'gone' && <Trouble problem={problem} retry={() => void read()} />}
    </>
  );
}
