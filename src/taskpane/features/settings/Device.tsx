import { Button, Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isPending } from '#domain/change';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', padding: '16px', justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What is kept on this device, and how to have nothing kept. */
export function Device() {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [keep, setKeep] = useState(services.keepOnDevice);
  const [phase, setPhase] = useState<'shown' | 'asking' | 'forgotten' | 'failed'>('shown');
  const [others, setOthers] = useState(0);
  const waiting = useCell(services.changes).filter(isPending).length;

  const ask = async () => {
    setOthers(await services.unsentOfOthers());
    setPhase('asking');
  };

  return (
    <section className={styles.box} aria-label={texts.device.title}>
      <Text as="h2" weight="semibold">{texts.device.title}</Text>
      <Switch checked={keep} label={texts.device.keep} onChange={(_, { checked }) => { setKeep(checked); void services.setKeepOnDevice(checked); }} />
      <Text size={200} className={styles.quiet}>{texts.device.keepHint}{keep !== services.keepOnDevice ? ` ${texts.device.reopen}` : ''}{!keep && !services.keepOnDevice && services.storage === 'disk' ? ` ${texts.device.stillKept}` : ''}</Text>
      {phase === 'shown' && <Button onClick={() => void ask()}>{texts.device.forget}</Button>}
      <Text size={200} className={styles.quiet} role="status">
        {phase === 'forgotten' ? texts.device.forgotten(keep) : phase === 'failed' ? texts.device.notForgotten : texts.device.forgetHint}
      </Text>
      {phase === 'asking' && (
        <>
          {waiting > 0 && <Text weight="semibold">{texts.device.forgetWaiting(waiting)}</Text>}
          {others > 0 && <Text weight="semibold">{texts.device.forgetOthers(others)}</Text>}
          <div className={styles.actions}>
            <Button appearance="primary" autoFocus onClick={() => void services.forgetDevice().then((result) => setPhase(result.ok ? 'forgotten' : 'failed'))}>{texts.device.forgetSure}</Button>
            <Button onClick={() => setPhase('shown')}>{texts.card.keep}</Button>
          </div>
        </>
      )}
    </section>
  );
}
