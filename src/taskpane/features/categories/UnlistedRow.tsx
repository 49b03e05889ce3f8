import { Button, Text } from '@fluentui/react-components';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useRowStyles } from './useRowStyles.ts';

type Props = { readonly name: string; readonly count: number; readonly canAdd: boolean; readonly onShow: (name: string) => void };

/** A name that contacts carry and the list lacks, or may lack. */
export function UnlistedRow({ name, count, canAdd, onShow }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useRowStyles();
  const takeOff = async () => services.categorize(await services.carriersOf(name), { add: [], remove: [name] });
  return (
    <li className={styles.row}>
      <Button appearance="subtle" className={styles.name} onClick={() => onShow(name)}>
        <span />
        <Text className={styles.text}>{name}</Text>{' '}
        <Text size={200} className={styles.quiet}>{texts.categories.count(count)}</Text>
      </Button>
      {canAdd && (
        <span className={styles.actions}>
          <Button size="small" aria-label={texts.categories.addToListOf(name)} onClick={() => void services.createCategory(name, 'none')}>{texts.categories.addToList}</Button>
          <Button size="small" aria-label={texts.categories.takeOffOf(name)} onClick={() => void takeOff()}>{texts.categories.takeOff}</Button>
        </span>
      )}
    </li>
  );
}
