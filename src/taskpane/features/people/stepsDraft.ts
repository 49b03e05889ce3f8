import type { ContactFields } from '#domain/contact';
import { draftFromPerson } from '#domain/contactDraft';
import type { PersonOnItem, Response, Role } from '#domain/personOnItem';
import type { Step, Steps } from './keptSteps.ts';
import { plainly } from './SaveOptions.tsx';
import type { SaveWith } from './SaveOptions.tsx';

/** What can be mended of somebody before they are saved. */
export const parts = ['givenName', 'surname', 'middleName', 'generation', 'title', 'companyName'] as const;
export type Part = (typeof parts)[number];

export const isChanged = (fields: ContactFields, start: ContactFields | undefined): boolean => start === undefined || parts.some((part) => start[part] !== fields[part]);

/** As it is kept in storage. Of each person what was typed alone: the rest is taken out of the name again, and a thousand stay small. */
export const stepsDraft = ({ steps, at, options }: Steps, starts: readonly ContactFields[]): unknown => ({
  at, options,
  steps: steps.map(({ person, fields, skipped }, n) => ({
    person, skipped,
    ...(isChanged(fields, starts[n]) ? { typed: Object.fromEntries(parts.map((part) => [part, fields[part]])) } : {}),
  })),
});

/** What lies in storage; null when it is something else or nobody is in it. */
export function readSteps(value: unknown): Steps | null {
  const { steps, at, options } = objectOf(value);
  if (!Array.isArray(steps)) return null;
  const read = steps.flatMap((one) => readStep(one) ?? []);
  if (read.length === 0) return null;
  return { steps: read, at: typeof at === 'number' && at >= 0 ? Math.min(Math.floor(at), read.length) : 0, options: readOptions(options) };
}

function readStep(value: unknown): Step | null {
  const { person, skipped, typed } = objectOf(value);
  const whom = readPerson(person);
  if (whom === null) return null;
  const start = draftFromPerson(whom);
  const words = objectOf(typed);
  const own = Object.fromEntries(parts.flatMap((part) => (typeof words[part] === 'string' ? [[part, words[part]]] : [])));
  return { person: whom, skipped: skipped === true, fields: { ...start, ...own } };
}

const roles: ReadonlySet<unknown> = new Set<Role>(['from', 'sender', 'to', 'cc', 'bcc', 'organizer', 'required', 'optional', 'room']);
const responses: ReadonlySet<unknown> = new Set<Response>(['none', 'organizer', 'tentative', 'accepted', 'declined']);

function readPerson(value: unknown): PersonOnItem | null {
  const { name, address, roles: given, response } = objectOf(value);
  if (typeof name !== 'string' || typeof address !== 'string') return null;
  return {
    name, address, roles: Array.isArray(given) ? given.filter((role): role is Role => roles.has(role)) : [],
    response: responses.has(response) ? response as Response : 'none',
  };
}

function readOptions(value: unknown): SaveWith {
  const { folderId, categories } = objectOf(value);
  return {
    folderId: typeof folderId === 'string' ? folderId : plainly.folderId,
    categories: Array.isArray(categories) ? categories.filter((one): one is string => typeof one === 'string') : plainly.categories,
  };
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? value as Record<string, unknown> : {});
