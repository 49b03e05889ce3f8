import { Button, makeStyles } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { Empty } from '../../parts/Empty.tsx';
import { useTexts } from '../../text/TextContext.ts';

const useStyles = makeStyles({ way: { textAlign: 'center' } });

/** What was to be chosen here has been chosen elsewhere meanwhile: in another pane, or by taking the change back. */
export function Settled({ onHistory }: { readonly onHistory: () => void }) {
  const texts = useTexts();
  const styles = useStyles();
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  // What had the focus went with the page that stood here.
  useEffect(() => box?.querySelector('button')?.focus(), [box]);
  return (
    <>
      <Empty icon={<CheckmarkCircleRegular />} title={texts.conflict.settled} hint={texts.conflict.settledHint} />
      <div ref={setBox} className={styles.way}>
        <Button onClick={onHistory}>{texts.history.open}</Button>
      </div>
    </>
  );
}
