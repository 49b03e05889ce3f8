import { Button, Link, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { waitsForPerson } from '#domain/change';
import { ArrowSyncRegular, HistoryRegular } from '@fluentui/react-icons';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { ageText } from './ageText.ts';
import { useNow } from './useNow.ts';
import { waitingCount } from './waitingCount.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '8px', padding: '4px 8px 4px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`, color: tokens.colorNeutralForeground2, minHeight: '32px',
  },
  attention: { fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', alignItems: 'center', gap: '4px' },
});

/** How old the contacts are, and what is being read. */
export function StatusLine({ onHistory }: { readonly onHistory: () => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const sync = useCell(services.sync);
  const changes = useCell(services.changes);
  const waiting = waitingCount(changes);
  const attention = changes.filter(waitsForPerson).length;
  const now = useNow(sync.waitingUntil === null ? 30_000 : 1000);

  const waitMs = sync.waitingUntil === null ? 0 : sync.waitingUntil - now;
  const isAge = waitMs <= 0 && sync.phase !== 'syncing' && sync.lastAt !== null;
  const text = waitMs > 0 ? texts.status.waitingFor(waitMs) : sync.phase === 'syncing'
    ? sync.progress && sync.lastAt === null ? texts.status.reading(sync.progress.foldersDone, sync.progress.foldersTotal, sync.progress.contacts)
        : sync.lastAt === null ? texts.status.reading(0, 0, 0) : texts.status.refreshing
    : sync.lastAt === null ? texts.status.never : texts.status.upToDate(ageText(texts, now - sync.lastAt));

  const inMemory = !services.keepOnDevice ? texts.status.memoryChosen : services.isForgotten ? texts.status.memoryForgotten : texts.status.memoryOnly;

  return (
    <div className={styles.line}>
      <Text size={200}>
        {/* Not the age, which would be read out each minute. */}
        <span role="status">{attention > 0 ? <><Link as="button" inline className={styles.attention} onClick={onHistory}>{texts.history.attention(attention)}</Link> · </> : waiting > 0 ? `${texts.history.waiting(waiting)} · ` : ''}{isAge ? '' : text}</span>{isAge ? text : ''}{services.storage === 'memory' ? ` · ${inMemory}` : ''}
      </Text>
      <span className={styles.buttons}>
        <Button appearance="subtle" size="small" icon={<HistoryRegular />} aria-label={texts.history.open} title={texts.history.open} onClick={onHistory} />
      {sync.phase === 'syncing'
        ? <Spinner size="extra-tiny" aria-label={text} />
        : <Button appearance="subtle" size="small" icon={<ArrowSyncRegular />} aria-label={texts.status.refresh} title={texts.status.refresh} onClick={services.refresh} />}
      </span>
    </div>
  );
}
