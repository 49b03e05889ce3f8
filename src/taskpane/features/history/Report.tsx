import { Button, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Change, ChangeId } from '#domain/change';
import { groupsOf } from '../../groups.ts';
import { BackButton } from '../../parts/BackButton.tsx';
import { doingText } from '../../text/doingText.ts';
import { problemText } from '../../text/problemText.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  head: { padding: '4px 16px 8px', display: 'grid', gap: '4px' },
  section: { padding: '0 16px 12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'grid', gap: '2px', padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingBlock: '4px' },
});

/** So many names are read in one go; the rest is a click away. */
const atOnce = 100;

/** What became of each of many changes made in one go: first what was not accepted, and why. */
export function Report({ id, onBack }: { readonly id: ChangeId; readonly onBack: () => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const group = groupsOf(useCell(services.changes)).find((one) => one.id === id);
  const { report } = texts.rollCall;
  const of = (...states: readonly Change['state'][]): readonly Change[] => group?.changes.filter((change) => states.includes(change.state)) ?? [];
  const failed = of('refused', 'disputed');
  const refused = of('refused');
  return (
    <>
      <BackButton onClick={onBack} label={texts.people.backPlain} />
      <div className={styles.head}>
        <Text as="h1" block size={400} weight="semibold">{report.title}</Text>
        <Text className={styles.quiet}>{group ? doingText(texts, group, group.ended === null ? 'heading' : 'progress') : report.none}</Text>
        {group !== undefined && group.ended !== null && <ProgressBar aria-label={doingText(texts, group, 'progress')} max={group.changes.length} value={group.ended} />}
        {group && (
          <div className={styles.actions}>
            {group.canUndo && <Button size="small" onClick={() => void services.undo(group.id)}>{group.isUndo ? texts.undo.redo : texts.undo.undo}</Button>}
            {group.ended !== null && <Button size="small" onClick={() => void services.stop(group.id)}>{texts.undo.stop}</Button>}
            {group.state === 'waiting' && group.changes.some(({ problem }) => problem !== null) && <Button size="small" onClick={services.sendNow}>{texts.undo.retry}</Button>}
          </div>
        )}
      </div>
      {refused.length > 0 && group && (
        <div className={styles.section}>
          <Button size="small" appearance="primary" onClick={() => void services.tryAllAgain(group.id)}>{report.retryAll(refused.length)}</Button>
        </div>
      )}
      <Section title={report.failed(failed.length)} changes={failed} />
      <Section title={report.waiting(of('waiting', 'sending').length)} changes={of('waiting', 'sending')} />
      <Section title={report.stopped(of('dropped').length)} changes={of('dropped')} />
      <Section title={report.done(of('done', 'undone').length)} changes={of('done', 'undone')} />
    </>
  );
}

function Section({ title, changes }: { readonly title: string; readonly changes: readonly Change[] }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [most, setMost] = useState(atOnce);
  if (changes.length === 0) return null;
  return (
    <section className={styles.section} aria-label={title}>
      <Text as="h2" block size={300} weight="semibold">{title}</Text>
      <ul className={styles.list}>
        {changes.slice(0, most).map((change) => (
          <li key={change.id} className={styles.item}>
            <Text>{change.name || texts.rollCall.report.unnamed}</Text>
            {change.problem && <Text size={200} className={styles.quiet}>{problemText(texts, change.problem)}</Text>}
            {change.state === 'refused' && (
              <span className={styles.actions}><Button size="small" appearance="subtle" onClick={() => void services.drop(change.id)}>{texts.rollCall.report.giveUp}</Button></span>
            )}
          </li>
        ))}
      </ul>
      {changes.length > most && <Button size="small" appearance="subtle" onClick={() => setMost(most + 5 * atOnce)}>{texts.rollCall.report.more(changes.length - most)}</Button>}
    </section>
  );
}
