import { Button } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons';
import type { PersonOnItem } from '#domain/personOnItem';
import { draftOf } from '../draftOf.ts';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';

type Props = {
  readonly person: PersonOnItem;
  readonly look: 'large' | 'small';
  readonly label?: string;
};

/** One click saves the person as the mail names them. */
export function QuickSave({ person, look, label }: Props) {
  const services = useServices();
  const texts = useTexts();
  const save = () => void draftOf(person).then((draft) => services.create(draft, null));
  const name = person.name || person.address;
  return look === 'large' ? (
    <Button appearance="primary" icon={<PersonAddRegular />} onClick={save}>{label ?? texts.save.save}</Button>
  ) : (
    <Button appearance="subtle" size="small" icon={<PersonAddRegular />} aria-label={texts.save.saveOf(name)} title={texts.save.saveOf(name)} onClick={save} />
  );
}
