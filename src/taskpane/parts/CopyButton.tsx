import { Button } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useTexts } from '../text/TextContext.ts';
import { copyText } from './copyText.ts';

/** Copies `text`, named by `label` where the text itself says nothing; for two seconds the button itself says how it went. */
export function CopyButton({ text, label: name }: { readonly text: string; readonly label?: string }) {
  const texts = useTexts();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'not'>('none');

  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const label = outcome === 'copied' ? texts.card.copied : outcome === 'not' ? texts.card.copyNot : name ?? texts.card.copyOf(text);
  return (
    <Button
      appearance="subtle" size="small" aria-label={label} title={label}
      icon={outcome === 'copied' ? <CheckmarkRegular /> : outcome === 'not' ? <DismissRegular /> : <CopyRegular />}
      onClick={() => void copyText(text).then((done) => setOutcome(done ? 'copied' : 'not'))}
    />
  );
}
