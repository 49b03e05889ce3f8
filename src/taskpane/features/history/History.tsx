import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Problem } from '#domain/problem';
import type { ChangeId } from '#domain/change';
import { groupsOf } from '../../groups.ts';
import type { Group } from '../../groups.ts';
import { BackButton } from '../../parts/BackButton.tsx';
import { RefusedActions } from '../../parts/RefusedActions.tsx';
import { detailText } from '../../text/detailText.ts';
import { doingText } from '../../text/doingText.ts';
import { problemText, waitingBecause } from '../../text/problemText.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  head: { padding: '4px 16px 8px' },
  list: { listStyleType: 'none', margin: 0, padding: '0 16px' },
  item: { display: 'grid', gap: '4px', padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  empty: { margin: 0, padding: '0 16px 16px', color: tokens.colorNeutralForeground2 },
});

type Props = { readonly onBack: () => void; readonly onResolve: (id: ChangeId) => void };

/** What the person did, newest first, with the way back beside each. */
export function History({ onBack, onResolve }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const groups = groupsOf(useCell(services.changes));
  const { language } = useCell(services.look);
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <BackButton onClick={onBack} label={texts.people.backPlain} />
      <Text as="h1" block size={400} weight="semibold" className={styles.head}>{texts.history.title}</Text>
      {groups.length === 0 && <Text as="p" block className={styles.empty}>{texts.history.empty}</Text>}
      <ul className={styles.list}>
        {groups.map((group) => <Entry key={group.id} group={group} when={time.format(group.at)} onResolve={onResolve} />)}
      </ul>
    </>
  );
}

function Entry({ group, when, onResolve }: { readonly group: Group; readonly when: string; readonly onResolve: Props['onResolve'] }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { state } = group;
  const detail = detailText(texts, group, useCell(services.folders));
  const problem: Problem | null = group.changes.find((change) => change.problem !== null && change.state === state)?.problem ?? null;
  const why = problem && waitingBecause(texts, problem);
  return (
    <li className={styles.item}>
      <Text weight="semibold">{doingText(texts, group, 'heading')}</Text>
      {detail !== '' && <Text size={200}>{detail}</Text>}
      <Text size={200} className={styles.quiet}>{when} · {state === 'waiting' && services.storage === 'memory' ? texts.undo.notSent : texts.undo.state[state]}</Text>
      {problem && (state === 'waiting' || state === 'refused') && <Text size={200}>{state === 'waiting' && why !== null ? `${why}.` : problemText(texts, problem)}</Text>}
      <div className={styles.actions}>
        {group.canUndo && <Button size="small" onClick={() => void services.undo(group.id)}>{group.isUndo ? texts.undo.redo : texts.undo.undo}</Button>}
        {group.changes.filter((change) => change.state === 'refused').map((change) => <RefusedActions key={change.id} change={change} />)}
        {state === 'disputed' && group.changes.filter((change) => change.state === 'disputed').map((change) => (
          <Button key={change.id} size="small" onClick={() => onResolve(change.id)}>{texts.undo.choose}</Button>
        ))}
        {group.changes.filter((change) => change.state === 'disputed').map((change) => (
          <Button key={change.id} size="small" appearance="subtle" onClick={() => void services.drop(change.id)}>{texts.undo.drop}</Button>
        ))}
      </div>
    </li>
  );
}
