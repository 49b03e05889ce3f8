import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactId } from '#domain/contact';
import type { BulkAction, BulkButton } from '../../bulkActions.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';

const useStyles = makeStyles({
  bar: {
    display: 'grid', gap: '6px', padding: '8px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  count: { flexGrow: 1 },
});

type Props = {
  readonly ids: ReadonlySet<ContactId>;
  readonly total: number;
  readonly actions: readonly BulkAction[];
  readonly onAll: () => void;
  readonly onDone: () => void;
};

/** How many are chosen, and what can be done with them. */
export function SelectionBar({ ids, total, actions, onAll, onDone }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [asking, setAsking] = useState<BulkButton | null>(null);
  const [busy, setBusy] = useState(false);
  const count = ids.size;

  const run = async (action: BulkButton) => {
    setBusy(true);
    try {
      await action.run(services, await services.getAll([...ids]));
    } finally {
      setBusy(false);
      setAsking(null);
    }
    onDone();
  };

  return (
    <div className={styles.bar} role="group" aria-label={texts.browse.chosen(count)}>
      <div className={styles.line}>
        <Text className={styles.count} weight="semibold" role="status">{texts.browse.chosen(count)}</Text>
        <Button size="small" appearance="subtle" disabledFocusable={count >= total} onClick={onAll}>{texts.browse.chooseAll(total)}</Button>
        <Button size="small" appearance="subtle" onClick={onDone}>{texts.browse.chooseNone}</Button>
      </div>
      {asking !== null && count > 0
        ? (
          <div className={styles.line} role="group" aria-label={asking.confirm?.(texts, count)}>
            <Text className={styles.count}>{asking.confirm?.(texts, count)}</Text>
            <Button size="small" appearance="primary" autoFocus disabledFocusable={busy} onClick={() => void run(asking)}>{asking.label(texts)}</Button>
            <Button size="small" disabledFocusable={busy} onClick={() => setAsking(null)}>{texts.card.keep}</Button>
          </div>
        )
        : (
          <div className={styles.line}>
            {actions.map((action) => ('Control' in action
              ? <action.Control key={action.id} count={count} disabled={busy || count === 0} contacts={() => services.getAll([...ids])} onDone={onDone} />
              : <Button key={action.id} size="small" icon={action.icon} disabledFocusable={busy || count === 0}
                onClick={() => (action.confirm ? setAsking(action) : void run(action))}>{action.label(texts)}</Button>
            ))}
          </div>
        )}
    </div>
  );
}
