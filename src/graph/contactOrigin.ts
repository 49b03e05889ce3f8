import type { ContactOrigin } from '#domain/contactOrigin';
import type { Problem } from '#domain/problem';

/** Names of ours among the mailbox's properties; they are never changed, since contacts out there bear them. */
const space = '{5d1c7a3e-2f64-4b0b-9a87-1f0c3e9b6d42}';
const idOf = { change: `String ${space} Name ContactPaneChange`, copyOf: `String ${space} Name ContactPaneCopyOf` } as const;

/** (Graph reference, "Create single-value extended property": in a new contact) */
export const originProperties = ({ change, copyOf }: ContactOrigin): { readonly singleValueExtendedProperties: readonly unknown[] } => ({
  singleValueExtendedProperties: [
    { id: idOf.change, value: change }, ...(copyOf === null ? [] : [{ id: idOf.copyOf, value: copyOf }]),
  ],
});

/** The contacts of a folder with this origin. (Graph reference, "Get singleValueLegacyExtendedProperty": filter on contacts) */
export const originFilter = (of: keyof ContactOrigin, value: string): string =>
  `$filter=${encodeURIComponent(`singleValueExtendedProperties/any(ep: ep/id eq '${idOf[of]}' and ep/value eq '${value.replaceAll("'", "''")}')`)}`;

/**
 * A mailbox can have run out of names for properties of programs (`ErrorQuotaExceeded`; msgraph-sdk-java issue 767). That must
 * not keep anybody from saving a contact, so such a "no" is asked once more without a note of its origin.
 */
export const mindsOrigin = (problem: Problem): boolean => problem.kind === 'refused' && minding.has(problem.code);

const minding: ReadonlySet<string> = new Set(['ErrorQuotaExceeded', 'ErrorInvalidExtendedProperty', 'ErrorInvalidExtendedPropertyValue']);
