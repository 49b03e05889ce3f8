import { Button, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Category } from '#domain/category';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useRowStyles } from './useRowStyles.ts';

type Props = { readonly category: Category; readonly count: number; readonly onDone: () => void };

/** Asks what becomes of the contacts that carry it. */
export function DeleteCategory({ category, count, onDone }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useRowStyles();
  const [fate, setFate] = useState<'takeOff' | 'keep'>('takeOff');
  const ask = texts.categories.removeAsk(category.displayName);
  const remove = async () => {
    await services.deleteCategory(category, fate === 'takeOff' ? await services.carriersOf(category.displayName) : []);
    onDone();
  };
  return (
    <div role="group" aria-label={ask}>
      <Text block weight="semibold">{ask}</Text>
      <Text block size={200}>{count === 0 ? texts.categories.removeNobody : texts.categories.removeHint(count)}</Text>
      {count > 0 && (
        <RadioGroup aria-label={texts.categories.removeHint(count)} value={fate} onChange={(_, { value }) => setFate(value === 'keep' ? 'keep' : 'takeOff')}>
          <Radio value="takeOff" label={texts.categories.removeTakeOff} />
          <Radio value="keep" label={texts.categories.removeKeep} />
        </RadioGroup>
      )}
      <div className={styles.actions}>
        <Button size="small" appearance="primary" icon={<DeleteRegular />} onClick={() => void remove()}>{texts.categories.remove}</Button>
        <Button size="small" autoFocus onClick={onDone}>{texts.categories.cancel}</Button>
      </div>
    </div>
  );
}
