import type { CustomFieldKind, CustomValue } from '#domain/customField';
import type { Texts } from '../text/en.ts';
import { numberFormat } from './customTyped.ts';
import { dayText } from './dayText.ts';

/** A value as it is read. One that is not of its field's kind is shown as it lies there. */
export function customValueText(kind: CustomFieldKind | null, value: CustomValue, texts: Texts, language: string): string {
  if (typeof value === 'boolean') return value ? texts.customFields.yes : texts.customFields.no;
  if (typeof value === 'number') return numberFormat(language, true).format(value);
  return kind === 'date' ? dayText(value, language) : value;
}
