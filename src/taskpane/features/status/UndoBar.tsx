import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner, makeStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { problemText } from '../../text/problemText.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({ box: { padding: '0 8px 8px' } });

const undoneStaysMs = 4_000;

/** What was just done, and the way back. Stays until it is put away or something else is done. */
export function UndoBar() {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const act = useCell(services.lastAct);

  useEffect(() => {
    if (act?.state !== 'undone') return;
    const timer = setTimeout(services.dismissLast, undoneStaysMs);
    return () => clearTimeout(timer);
  }, [act, services]);

  return (
    <div className={styles.box} role="status" aria-live="polite">
      {act && (
        <MessageBar intent={act.problem ? 'warning' : 'success'} layout="multiline">
          <MessageBarBody>
            {act.problem ? `${texts.undo.notUndone} ${problemText(texts, act.problem)}`
              : act.state === 'undone' ? texts.undo.undone[act.kind](act.name) : texts.undo.done[act.kind](act.name)}
          </MessageBarBody>
          <MessageBarActions containerAction={<Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label={texts.undo.close} onClick={services.dismissLast} />}>
            {act.state !== 'undone' && (
              <Button size="small" disabledFocusable={act.state === 'undoing'} icon={act.state === 'undoing' ? <Spinner size="extra-tiny" /> : null}
                onClick={() => void services.undoLast()}>{act.state === 'undoing' ? texts.undo.running : texts.undo.undo}</Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}
