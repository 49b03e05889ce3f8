import { Field, Input, Select, makeStyles } from '@fluentui/react-components';
import type { CustomField } from '#domain/customField';
import { useTexts } from '../text/TextContext.ts';
import { exampleNumber } from './customTyped.ts';
import type { Typed, TypedFault } from './customTyped.ts';

const useStyles = makeStyles({ input: { width: '100%', minWidth: 0 } });

type Props = {
  readonly fields: readonly CustomField[];
  readonly typed: Typed;
  readonly faults: ReadonlyMap<string, TypedFault>;
  readonly language: string;
  readonly onType: (id: string, text: string) => void;
};

/** An entry for each of the person's own fields, and their organisation's. The inputs are named by the fields' ids. */
export function CustomValuesFields({ fields, typed, faults, language, onType }: Props) {
  const texts = useTexts();
  const styles = useStyles();

  const entry = (field: CustomField) => {
    const value = typed[field.id] ?? '';
    const common = { name: field.id, value, className: styles.input };
    const options = field.kind === 'yesNo' ? [['true', texts.customFields.yes], ['false', texts.customFields.no]] as const
      // One that was chosen before it was taken off the list stays until another is chosen.
      : [...field.choices, ...(value === '' || field.choices.includes(value) ? [] : [value])].map((choice) => [choice, choice] as const);
    switch (field.kind) {
      case 'yesNo':
      case 'choice':
        return (
          <Select {...common} onChange={(_, { value: next }) => onType(field.id, next)}>
            <option value="">{texts.customFields.unset}</option>
            {options.map(([id, label]) => <option key={id} value={id}>{label}</option>)}
          </Select>
        );
      case 'date': return <Input {...common} type="date" onChange={(_, { value: next }) => onType(field.id, next)} />;
      case 'number': return <Input {...common} inputMode="decimal" dir="ltr" onChange={(_, { value: next }) => onType(field.id, next)} />;
      case 'text': return <Input {...common} dir="auto" onChange={(_, { value: next }) => onType(field.id, next)} />;
    }
  };
  const fault = (id: string) => {
    const found = faults.get(id);
    return found === undefined ? {} : {
      validationState: 'error' as const,
      validationMessage: found === 'badNumber' ? texts.customFields.badNumber(exampleNumber(language)) : texts.customFields[found],
    };
  };

  return <>{fields.map((field) => <Field key={field.id} label={field.label} {...fault(field.id)}>{entry(field)}</Field>)}</>;
}
