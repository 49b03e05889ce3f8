import { Button, Text } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useTexts } from '../../text/TextContext.ts';
import { useEdit } from './EditContext.ts';
import { isFull } from './editState.ts';
import type { EntryList } from './editState.ts';
import { useEditStyles } from './useEditStyles.ts';

export const addButtonName = (list: EntryList | 'emailAddresses'): string => `add.${list}`;

/** Makes room for one more; where Outlook keeps no more, a sentence says so instead. */
export function AddButton({ list }: { readonly list: EntryList | 'emailAddresses' }) {
  const { state, dispatch, focusOn } = useEdit();
  const texts = useTexts();
  const styles = useEditStyles();
  const count = state.fields[list].length;
  if (isFull(list, state.fields) && list !== 'children') return <Text size={200} className={styles.quiet}>{texts.edit.most[list]}</Text>;
  return (
    <Button appearance="transparent" size="small" className={styles.add} name={addButtonName(list)} icon={<AddRegular />} onClick={() => {
      dispatch(list === 'emailAddresses' ? { type: 'addEmail' } : { type: 'addEntry', list });
      focusOn(`${list}${count}`);
    }}>{texts.edit.add(list === 'emailAddresses' ? texts.fields.email(1) : texts.fields[list])}</Button>
  );
}
