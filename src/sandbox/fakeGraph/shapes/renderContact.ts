import type { ContactRecord } from '../state/contactRecord.ts';
import { contactBeta } from './contactBeta.ts';
import { contactV1 } from './contactV1.ts';
import { contactEtag } from './contactView.ts';
import type { ContactView, Json, PropertyReader } from './contactView.ts';

export type Version = 'v1.0' | 'beta';

/** Which stored field a property is a view of, where the names differ; delta reports by stored field. */
const storedFieldOf: Readonly<Record<string, string>> = {
  businessPhones: 'phones', homePhones: 'phones', mobilePhone: 'phones', businessHomePage: 'websites',
  businessAddress: 'postalAddresses', homeAddress: 'postalAddresses', otherAddress: 'postalAddresses',
  primaryEmailAddress: 'emailAddresses', secondaryEmailAddress: 'emailAddresses', tertiaryEmailAddress: 'emailAddresses',
};
export const storedField = (property: string): string => storedFieldOf[property] ?? property;

export const contactProperties = (version: Version): Readonly<Record<string, PropertyReader>> =>
  version === 'beta' ? contactBeta : contactV1;

const named = ['primaryEmailAddress', 'secondaryEmailAddress', 'tertiaryEmailAddress'];

/** The item as the version shows it; `id` and the etag always come. */
export function renderContact(
  version: Version, record: ContactRecord, view: ContactView, select: readonly string[] | null,
): Json {
  const readers = contactProperties(version);
  const shape: Json = { '@odata.etag': contactEtag(record, view) };
  for (const name of select === null ? Object.keys(readers) : ['id', ...select]) {
    if (view.settings.namedEmailAddresses === 'absent' && named.includes(name)) continue;
    const read = readers[name];
    if (read !== undefined) shape[name] = read(record, view);
    // A schema extension's values sit on the contact under the id of its definition.
    else if (record.schemaExtensions?.has(name) === true) shape[name] = record.schemaExtensions.get(name);
  }
  if (select === null && record.schemaExtensions !== null) {
    for (const [id, values] of record.schemaExtensions) shape[id] = values;
  }
  return shape;
}
