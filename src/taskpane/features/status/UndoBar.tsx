import { Button, MessageBar, MessageBarActions, MessageBarBody, ProgressBar, makeStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { Services } from '#app/services';
import type { ChangeId } from '#domain/change';
import type { Problem } from '#domain/problem';
import { blockedBy } from '../../blockedBy.ts';
import { groupsOf } from '../../groups.ts';
import type { Group } from '../../groups.ts';
import { RefusedActions } from '../../parts/RefusedActions.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import type { Texts } from '../../text/en.ts';
import { doingText } from '../../text/doingText.ts';
import { problemText, waitingBecause } from '../../text/problemText.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { useDecided } from './useDecided.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '4px', padding: '0 8px 8px' },
  actions: { flexWrap: 'wrap', justifyContent: 'end' },
});

const undoneStaysMs = 6_000;
/** Quick answers are the rule: only what takes longer is worth saying. */
const quickMs = 1_000;

type Props = {
  /** What was there when the pane was opened. (By the clock nobody could tell: it may be set back.) */
  readonly known: ReadonlySet<ChangeId>;
  /** What was done stands on the page already: all of it, or this group. */
  readonly onPage: 'all' | ChangeId | null;
  readonly onReport: (id: ChangeId) => void;
};

/**
 * What was just done, how it stands with Outlook, and the way back. Stays until put away or something else is done. And
 * what keeps contacts from being read: said once, with one way on, when it keeps what was done from being sent as well.
 */
export function UndoBar({ known, onPage, onReport }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const groups = groupsOf(useCell(services.changes));
  const { problem } = useCell(services.outbox);
  const sync = useCell(services.sync);
  const [dismissed, setDismissed] = useState<ChangeId | null>(null);
  const decided = useDecided(groups);
  const latest = decided ?? groups[0];
  // Put away when it was refused, it speaks up again once it is sent.
  const [wasDecided, setWasDecided] = useState<ChangeId | null>(null);
  if ((decided?.id ?? null) !== wasDecided) {
    setWasDecided(decided?.id ?? null);
    if (decided !== null && decided.id === dismissed) setDismissed(null);
  }
  const [resumed, setResumed] = useState<ChangeId | null>(null);
  const underWay = latest !== undefined && isLong(latest) ? latest.id : null;
  if (underWay !== null && underWay !== resumed) setResumed(underWay);
  // After a reload only what is still open speaks up by itself, and of many to the end; the rest is in the history.
  const isOpen = latest !== undefined && (latest.state === 'waiting' || latest.state === 'refused');
  const shown = latest && latest.id !== dismissed && (latest === decided || !known.has(latest.id) || isOpen || latest.id === resumed) ? latest : null;
  const finished = shown?.isUndo === true && shown.state === 'done' ? shown.id : null;
  const slow = useSlow(shown?.state === 'waiting' || shown?.state === 'sending' ? shown.id : null);

  useEffect(() => {
    if (finished === null) return;
    const timer = setTimeout(() => setDismissed(finished), undoneStaysMs);
    return () => clearTimeout(timer);
  }, [finished]);

  const isShown = shown !== null && onPage !== 'all' && onPage !== shown.id && shown.state !== 'dropped' && shown.state !== 'undone' && shown.state !== 'disputed'
    && (shown.state === 'done' || shown.state === 'refused' || slow || isLong(shown));
  const blocked = blockedBy(sync, services.mailboxProblem);
  const unread = sync.phase === 'troubled' && blocked === null ? sync.problem : null;
  const asksPerson = onPage !== 'all' && problem !== null && personal.has(problem.kind) && problem.kind !== blocked?.kind && groups.some((group) => group.state === 'waiting');
  const isSaid = isShown && unread !== null && (shown.state === 'waiting' || shown.state === 'sending')
    && (waitingBecause(texts, unread) !== null || unread.kind === problemOf(shown)?.kind);
  const trouble = asksPerson ? problem : isSaid ? null : unread;
  const tryAgain = () => {
    services.sendNow();
    if (unread !== null) services.refresh();
  };
  return (
    <div className={styles.box} role="status" aria-live="polite">
      {trouble && <Trouble problem={trouble} retry={tryAgain} />}
      {isShown && (
        <MessageBar intent={shown.state === 'done' ? 'success' : shown.state === 'refused' ? 'error' : 'info'} layout="multiline">
          <MessageBarBody>
            {sentence(texts, shown, services.storage, asksPerson || blocked !== null)}
            {isLong(shown) && <ProgressBar aria-label={doingText(texts, shown, 'progress')} max={shown.changes.length} value={shown.ended ?? 0} />}
          </MessageBarBody>
          <MessageBarActions className={styles.actions} containerAction={<Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label={texts.undo.close} onClick={() => setDismissed(shown.id)} />}>
            {shown.canUndo && <Button size="small" onClick={onceOf(() => void services.undo(shown.id))}>{shown.isUndo ? texts.undo.redo : texts.undo.undo}</Button>}
            {shown.state === 'refused' && (shown.changes.length === 1 ? shown.changes.map((change) => <RefusedActions key={change.id} change={change} />)
              : <Button size="small" onClick={() => void services.tryAllAgain(shown.id)}>{texts.undo.retryAll}</Button>)}
            {shown.changes.length > 1 && <Button size="small" onClick={() => onReport(shown.id)}>{texts.rollCall.report.open}</Button>}
            {isLong(shown) && <Button size="small" onClick={() => void services.stop(shown.id)}>{texts.undo.stop}</Button>}
            {shown.state === 'waiting' && !isMoving(shown) && !asksPerson && blocked === null && <Button size="small" onClick={tryAgain}>{texts.undo.retry}</Button>}
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

/** `isSaid`: what it waits for stands in a bar of its own, with the way on. */
function sentence(texts: Texts, group: Group, storage: Services['storage'], isSaid: boolean): string {
  const { state, changes, ended } = group;
  const label = doingText(texts, group, 'sentence');
  const problem = problemOf(group);
  if ((state === 'sending' || state === 'waiting') && isLong(group) && problem === null) return texts.undo.progress(doingText(texts, group, 'progress'), ended ?? 0, changes.length);
  switch (state) {
    case 'done': return label;
    case 'sending': return texts.undo.sending(label);
    case 'refused': {
      const refused = changes.filter((change) => change.state === 'refused').length;
      // What Graph says to a refusal begins with that it is one.
      const what = changes.length > 1 ? texts.undo.refusedOf(label, refused, changes.length) : problem?.kind === 'refused' ? `${label}:` : texts.undo.refused(label);
      return [what, problem ? problemText(texts, problem) : ''].join(' ');
    }
    default: {
      const isKept = storage === 'disk';
      if (problem?.kind === 'offline') return isKept ? texts.undo.offline(label) : texts.undo.offlineInMemory(label);
      const why = problem && waitingBecause(texts, problem);
      if (why) return isKept ? texts.undo.because(label, why) : texts.undo.becauseInMemory(label, why);
      if (problem && !isSaid) return `${label}. ${problemText(texts, problem)} ${isKept ? texts.undo.untilThen : texts.undo.untilThenInMemory}`;
      return `${label}. ${isKept ? texts.undo.waiting : texts.undo.waitingInMemory}`;
    }
  }
}

/** The second click of a double click would meet the button for the opposite, which stands in the same place by then. */
const onceOf = (run: () => void) => ({ detail }: { readonly detail: number }) => {
  if (detail < 2) run();
};

const problemOf = ({ changes, state }: Group): Problem | null => changes.find((change) => change.problem !== null && change.state === state)?.problem ?? null;

/** Many changes, some of them still on their way: worth a bar and a way to stop. */
const isLong = (group: Group): boolean => group.ended !== null && group.changes.length > 1;

/** The next of many will follow by themselves: nothing has gone wrong with any of them. */
const isMoving = (group: Group): boolean => isLong(group) && group.changes.every(({ problem }) => problem === null);

/** Nothing is sent before the person has done something about their sign-in. */
const personal: ReadonlySet<Problem['kind']> = new Set(['signInNeeded', 'signInCancelled', 'signInWindow', 'signInUnsupported', 'adminConsentNeeded', 'wrongAccount', 'otherAccount']);

/** True once the same thing has been under way for longer than a moment. */
function useSlow(id: ChangeId | null): boolean {
  const [slow, setSlow] = useState<ChangeId | null>(null);
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => setSlow(id), quickMs);
    return () => clearTimeout(timer);
  }, [id]);
  return id !== null && slow === id;
}
