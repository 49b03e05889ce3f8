import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ContactId } from '#domain/contact';
import type { BulkAction } from '../../bulkActions.tsx';
import { AddressButtons } from '../../parts/AddressButtons.tsx';
import { BulkButtons } from '../../parts/BulkButtons.tsx';
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
  const count = ids.size;
  const contacts = () => services.getAll([...ids]);

  return (
    <div className={styles.bar} role="group" aria-label={texts.browse.chosen(count)}>
      <div className={styles.line}>
        <Text className={styles.count} weight="semibold" role="status">{texts.browse.chosen(count)}</Text>
        <Button size="small" appearance="subtle" disabledFocusable={count >= total} onClick={onAll}>{texts.browse.chooseAll(total)}</Button>
        <Button size="small" appearance="subtle" onClick={onDone}>{texts.browse.chooseNone}</Button>
      </div>
      <BulkButtons actions={actions} count={count} contacts={contacts} onDone={onDone} />
      <AddressButtons disabled={count === 0} addresses={async () => (await contacts()).map((contact) => contact.emailAddresses[0]?.address.trim() ?? '')} />
    </div>
  );
}
