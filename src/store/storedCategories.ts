import { isCategoryColor } from '#domain/category';
import type { Category } from '#domain/category';
import { isRecord, isText } from './rows.ts';

/** Where the mailbox's list of categories is kept among the small facts. */
export const categoriesKey = 'categories';

/** Null when the list was never read, or cannot be read here. */
export function readCategories(raw: unknown): readonly Category[] | null {
  if (!Array.isArray(raw)) return null;
  return raw.filter((one: unknown): one is Category => isRecord(one) && isText(one.id) && isText(one.displayName) && isCategoryColor(one.color));
}
