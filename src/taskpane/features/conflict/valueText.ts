import type { Texts } from '../../text/en.ts';

/** A field's value as one text, whatever kind of field it is. */
export function valueText(texts: Texts, value: unknown): string {
  if (typeof value === 'string') return value === '' ? texts.conflict.nothing : value;
  if (Array.isArray(value)) {
    const parts = value.map((item) => (typeof item === 'string' ? item : String((item as { address?: unknown } | null)?.address ?? ''))).filter(Boolean);
    return parts.length === 0 ? texts.conflict.nothing : parts.join(', ');
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.values(value).filter((part): part is string => typeof part === 'string' && part !== '');
    return parts.length === 0 ? texts.conflict.nothing : parts.join(', ');
  }
  return texts.conflict.nothing;
}
