import { Button, Text, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { Contact } from '#domain/contact';
import type { BulkAction, BulkButton } from '../bulkActions.tsx';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { namedLook } from './namedLook.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  // The buttons stand among others in the line around.
  within: { display: 'contents' },
  whole: { flexBasis: '100%' },
  count: { flexGrow: 1 },
});

type Props = {
  readonly actions: readonly BulkAction[];
  readonly count: number;
  /** Read when they are wanted, for they may be many. */
  readonly contacts: () => Promise<readonly Contact[]>;
  readonly onDone: () => void;
  /** Icons alone, in the line of whoever shows them. */
  readonly bare?: boolean;
};

/** What can be done with several contacts at once; what takes them away is asked about first. */
export function BulkButtons({ actions, count, contacts, onDone, bare = false }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [asking, setAsking] = useState<BulkButton | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async (action: BulkButton) => {
    setBusy(true);
    try {
      await action.run(services, await contacts());
    } finally {
      setBusy(false);
      setAsking(null);
    }
    onDone();
  };

  if (asking !== null && count > 0) {
    return (
      <div className={mergeClasses(styles.line, bare && styles.whole)} role="group" aria-label={asking.confirm?.(texts, count)}>
        <Text className={styles.count}>{asking.confirm?.(texts, count)}</Text>
        <Button size="small" appearance="primary" autoFocus disabledFocusable={busy} onClick={() => void run(asking)}>{asking.label(texts)}</Button>
        <Button size="small" disabledFocusable={busy} onClick={() => setAsking(null)}>{texts.card.keep}</Button>
      </div>
    );
  }
  return (
    <div className={bare ? styles.within : styles.line}>
      {actions.map((action) => ('Control' in action
        ? <action.Control key={action.id} count={count} disabled={busy || count === 0} bare={bare} contacts={contacts} onDone={onDone} />
        : <Button key={action.id} size="small" {...namedLook(action.label(texts), bare)} icon={action.icon} disabledFocusable={busy || count === 0}
          onClick={() => (action.confirm ? setAsking(action) : void run(action))}>{bare ? null : action.label(texts)}</Button>
      ))}
    </div>
  );
}
