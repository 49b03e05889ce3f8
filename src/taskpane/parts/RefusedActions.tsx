import { Button } from '@fluentui/react-components';
import type { Change } from '#domain/change';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';

/** The ways on from a change that Outlook did not accept. What was typed stays in the change until one is taken. */
export function RefusedActions({ change }: { readonly change: Change }) {
  const services = useServices();
  const texts = useTexts();
  const gone = change.problem?.kind === 'gone' && change.act.kind === 'update';
  return (
    <>
      {gone
        ? <Button size="small" onClick={() => void services.saveAsNew(change.id)}>{texts.undo.asNew}</Button>
        : <Button size="small" onClick={() => void services.tryAgain(change.id)}>{texts.undo.retry}</Button>}
      <Button size="small" onClick={() => void services.drop(change.id)}>{texts.undo.drop}</Button>
    </>
  );
}
