import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Category } from '#domain/category';
import { ColorGrid } from '../../parts/ColorGrid.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useRowStyles } from './useRowStyles.ts';

export function RecolourCategory({ category, onDone }: { readonly category: Category; readonly onDone: () => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useRowStyles();
  const [color, setColor] = useState(category.color);
  const apply = () => {
    if (color !== category.color) void services.recolourCategory(category, color);
    onDone();
  };
  return (
    <>
      <ColorGrid autoFocus label={texts.categories.recolourOf(category.displayName)} value={color} onChange={setColor} />
      <div className={styles.actions}>
        <Button size="small" appearance="primary" onClick={apply}>{texts.categories.apply}</Button>
        <Button size="small" onClick={onDone}>{texts.categories.cancel}</Button>
      </div>
    </>
  );
}
