import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Settings } from '../state/graphState.ts';
import { emptyFields } from '../state/contactRecord.ts';
import type { ContactFields, TextProperty } from '../state/contactRecord.ts';
import { isoSeconds } from './contactView.ts';
import { contactWritersBeta } from './contactWritersBeta.ts';
import { contactWritersV1 } from './contactWritersV1.ts';
import { readFlag } from './followupFlag.ts';
import { storedField } from './renderContact.ts';
import type { Version } from './renderContact.ts';

/** Sent along harmlessly by clients that write back what they read; the service looks past them. */
const ignored = ['id', 'changeKey', 'createdDateTime', 'lastModifiedDateTime', 'parentFolderId'];

/** Changing one of these regenerates `displayName` unless the same request names it ("contact resource type"). */
const nameParts = ['givenName', 'middleName', 'surname', 'generation'] as const satisfies readonly TextProperty[];

function regenerateDisplayName(fields: ContactFields): void {
  const name = nameParts.map((part) => fields.text[part] ?? '').filter((part) => part !== '').join(' ');
  if (name !== '') fields.text.displayName = name;
}

export type WrittenFields = { readonly fields: ContactFields; readonly properties: readonly string[] };

/**
 * The fields after a body was applied to them; what the body does not name keeps its value. `before` null is a create.
 * `pass` names members that somebody else reads (extensions).
 */
export function writeContact(
  version: Version, body: Record<string, unknown>, before: ContactFields | null, settings: Settings, now: number,
  pass: (name: string) => boolean,
): WrittenFields | Refusal {
  const start = before ?? emptyFields();
  const fields: ContactFields = { ...start, text: { ...start.text } };
  const writers = version === 'beta' ? contactWritersBeta : contactWritersV1;
  const properties: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@') || ignored.includes(name) || pass(name)) continue;
    if (name === 'multiValueExtendedProperties') return refusals.notEmulated(name);
    if (name === 'flag' && version === 'beta') {
      const flag = readFlag(value, start.flag, isoSeconds(now));
      if (isRefusal(flag)) return flag;
      fields.flag = flag;
    } else {
      const apply = Object.hasOwn(writers, name) ? writers[name]?.(value, settings) : undefined;
      if (apply === undefined) return refusals.propertyDoesNotExist(name, 'microsoft.graph.contact');
      if (isRefusal(apply)) return apply;
      apply(fields);
    }
    properties.push(storedField(name));
  }
  const renamed = properties.some((p) => (nameParts as readonly string[]).includes(p));
  if (renamed && !Object.hasOwn(body, 'displayName')) {
    regenerateDisplayName(fields);
    properties.push('displayName');
  }
  return { fields, properties };
}
