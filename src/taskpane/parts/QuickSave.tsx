import { Button, Spinner } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { draftFromPerson } from '#domain/contactDraft';
import type { PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';

type Props = {
  readonly person: PersonOnItem;
  readonly look: 'large' | 'small';
  readonly label?: string;
  readonly onProblem: (problem: Problem | null, retry: () => void) => void;
};

/** One click saves the person as the mail names them. Trouble is told to the parent, which has the room for it. */
export function QuickSave({ person, look, label, onProblem }: Props) {
  const services = useServices();
  const texts = useTexts();
  const [saving, setSaving] = useState(false);

  async function save() {
    setSaving(true);
    onProblem(null, () => {});
    const result = await services.create(draftFromPerson(person), null);
    setSaving(false);
    if (!result.ok) onProblem(result.problem, () => void save());
  }

  const name = person.name || person.address;
  return look === 'large' ? (
    <Button appearance="primary" icon={saving ? <Spinner size="tiny" /> : <PersonAddRegular />} disabledFocusable={saving}
      onClick={saving ? undefined : () => void save()}>
      {saving ? texts.save.saving : label ?? texts.save.save}
    </Button>
  ) : (
    <Button appearance="subtle" size="small" icon={saving ? <Spinner size="extra-tiny" /> : <PersonAddRegular />}
      aria-label={saving ? texts.save.saving : texts.save.saveOf(name)} title={texts.save.saveOf(name)} disabledFocusable={saving}
      onClick={saving ? undefined : () => void save()} />
  );
}
