import type { Services } from '#app/services';
import { isLocalId } from '#domain/change';
import type { ContactId } from '#domain/contact';
import { isCustomValues } from '#domain/customField';
import type { CustomValues } from '#domain/customField';
import type { Typed } from '../../parts/customTyped.ts';

export type CustomDraft = { readonly key: string; readonly typed: Typed; readonly before: CustomValues };

const prefix = 'custom:';
export const customDraftKey = (id: ContactId): string => `${prefix}${id}`;

/** What was typed for this contact and not saved, also under the id of ours that it had before Graph gave it one; null for nothing. */
export async function findCustomDraft({ drafts, get }: Pick<Services, 'drafts' | 'get'>, id: ContactId): Promise<CustomDraft | null> {
  const own = readCustomDraft(customDraftKey(id), await drafts.read(customDraftKey(id)));
  if (own !== null || isLocalId(id)) return own;
  for (const { key, value } of await drafts.list()) {
    const was = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    if (isLocalId(was) && (await get(was))?.id === id) return readCustomDraft(key, value);
  }
  return null;
}

function readCustomDraft(key: string, value: unknown): CustomDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const { typed, before } = value as Record<string, unknown>;
  if (!isCustomValues(typed) || !isCustomValues(before) || !Object.values(typed).every((text) => typeof text === 'string')) return null;
  return { key, typed: typed as Typed, before };
}
