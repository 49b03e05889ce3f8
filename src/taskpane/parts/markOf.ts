import type { PersonRow } from '#app/lookUpPeople';
import type { Unsaved } from './unsaved.ts';

/**
 * What a person is to the list: the verdict, or what stands in its place. `fresh`: can be saved; `refused`: was, and
 * Outlook did not accept it; `open`: not all contacts could be read.
 */
export type Mark = 'known' | 'refused' | 'several' | 'likely' | 'fresh' | 'looking' | 'open' | 'list' | 'room' | 'machine' | 'noAddress' | 'self';

export function markOf({ person, standing, verdict }: PersonRow, unsaved: Unsaved): Mark {
  if (standing !== 'person') return standing;
  if (verdict.kind === 'known' && unsaved.get(verdict.contact.id) === 'refused') return 'refused';
  if (verdict.kind === 'known' || verdict.kind === 'several') return verdict.kind;
  if (person.roles.includes('room')) return 'room';
  if (person.recipient === 'list') return 'list';
  switch (verdict.kind) {
    case 'likely': return 'likely';
    case 'stranger': return 'fresh';
    case 'looking': return 'looking';
    case 'unsure': return 'open';
  }
}
