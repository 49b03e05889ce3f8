/** Fields that the person, or their organisation, adds to every contact. */
export const customFieldKinds = ['text', 'number', 'date', 'choice', 'yesNo'] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

export type CustomField = {
  /** The key of its value. For a field of the organisation: `org:` and the property's name. */
  readonly id: string;
  readonly label: string;
  readonly kind: CustomFieldKind;
  /** What can be chosen; [] for every kind but `choice`. */
  readonly choices: readonly string[];
  readonly source: 'own' | 'organisation';
};

/** Text and choice as text, a date as `YYYY-MM-DD`. A value that is not set has no entry. */
export type CustomValue = string | number | boolean;
export type CustomValues = Readonly<Record<string, CustomValue>>;

/** Before the name of an organisation's property. */
export const orgPrefix = 'org:';

/** Names an open extension has for itself. (Graph reference, openTypeExtension resource type) */
const reserved = ['id', 'extensionname'];
const longestId = 40;

/**
 * An id for a new field: ASCII letters and digits, beginning with a letter, so that Graph takes it as the name of a
 * property. It differs from all in `taken` by more than the case of its letters.
 */
export function fieldIdFrom(label: string, taken: readonly string[]): string {
  const words = label.normalize('NFKD').replace(/\p{M}/gu, '').match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word, at) => (at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())).join('');
  const stem = (/^[A-Za-z]/.test(joined) ? joined : `field${joined}`).slice(0, longestId);
  const used = new Set([...reserved, ...taken.map((id) => id.toLowerCase())]);
  let id = stem;
  for (let number = 2; used.has(id.toLowerCase()); number += 1) id = `${stem}${number}`;
  return id;
}

/** Definitions as they were kept; an entry that cannot be read is left out, and so is the second of one id. */
export function readCustomFields(raw: unknown): CustomField[] {
  if (!Array.isArray(raw)) return [];
  const fields = new Map<string, CustomField>();
  for (const entry of raw as unknown[]) {
    const field = readField(entry);
    if (field !== null && !fields.has(field.id)) fields.set(field.id, field);
  }
  return [...fields.values()];
}

function readField(entry: unknown): CustomField | null {
  if (!isRecord(entry)) return null;
  const { id, label, choices, source } = entry;
  const kind = customFieldKinds.find((known) => known === entry.kind);
  if (typeof id !== 'string' || typeof label !== 'string' || label.trim() === '' || kind === undefined) return null;
  if (source !== 'own' && source !== 'organisation') return null;
  if (!(source === 'own' ? /^[A-Za-z][A-Za-z0-9]*$/ : /^org:./).test(id)) return null;
  const listed = Array.isArray(choices) ? (choices as unknown[]).filter((choice) => typeof choice === 'string') : [];
  return { id, label, kind, choices: kind === 'choice' ? listed : [], source };
}

export const isCustomValue = (value: unknown): value is CustomValue =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

export const isCustomValues = (value: unknown): value is CustomValues => isRecord(value) && Object.values(value).every(isCustomValue);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
