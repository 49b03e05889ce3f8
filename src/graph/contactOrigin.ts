import type { ContactOrigin } from '#domain/contactOrigin';
import type { Problem } from '#domain/problem';

/** Names of ours among the mailbox's properties; they are never changed, since contacts out there bear them. */
const space = '{5d1c7a3e-2f64-4b0b-9a87-1f0c3e9b6d42}';
const idOf = {
  change: `String ${space} Name ContactPaneChange`, by: `String ${space} Name ContactPaneBy`, copyOf: `String ${space} Name ContactPaneCopyOf`,
} as const satisfies Record<keyof ContactOrigin, string>;

/** (Graph reference, "Create single-value extended property": in a new contact) */
export const originProperties = (origin: ContactOrigin): { readonly singleValueExtendedProperties: readonly unknown[] } => ({
  singleValueExtendedProperties: (Object.keys(idOf) as (keyof ContactOrigin)[]).flatMap((of) => (origin[of] === null ? [] : [{ id: idOf[of], value: origin[of] }])),
});

/** Asks in one go for a contact and for which create it goes back to. (Graph reference, "Get singleValueLegacyExtendedProperty": `$expand`) */
export const changeExpanded = `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${idOf.change}')`)}`;

/**
 * What came of `changeExpanded`. It was asked for one property, so the one that comes is that one, whatever it calls itself: its
 * id was seen to be null. (msgraph-sdk-dotnet issue 179)
 */
export function expandedChange(body: unknown): string | null {
  const found = typeof body === 'object' && body !== null ? (body as { singleValueExtendedProperties?: unknown }).singleValueExtendedProperties : undefined;
  const [first] = Array.isArray(found) ? found as unknown[] : [];
  const value = typeof first === 'object' && first !== null ? (first as { value?: unknown }).value : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The contacts of a folder with this origin. (Graph reference, "Get singleValueLegacyExtendedProperty": filter on contacts) */
export const originFilter = (of: keyof ContactOrigin, value: string): string =>
  `$filter=${encodeURIComponent(`singleValueExtendedProperties/any(ep: ep/id eq '${idOf[of]}' and ep/value eq '${value.replaceAll("'", "''")}')`)}`;

/**
 * A mailbox can have run out of names for properties of programs (`ErrorQuotaExceeded`; msgraph-sdk-java issue 767). That must
 * not keep anybody from saving a contact, so such a "no" is asked once more without a note of its origin.
 */
export const mindsOrigin = (problem: Problem): boolean => problem.kind === 'refused' && minding.has(problem.code);

const minding: ReadonlySet<string> = new Set(['ErrorQuotaExceeded', 'ErrorInvalidExtendedProperty', 'ErrorInvalidExtendedPropertyValue']);
