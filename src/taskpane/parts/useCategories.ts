import { useEffect } from 'react';
import type { CategoriesState } from '#app/categoryList';
import type { Category } from '#domain/category';
import type { Problem } from '#domain/problem';
import { categorySubject } from '#domain/change';
import { useServices } from '../ServicesContext.ts';
import { useCell } from '../useCell.ts';

/**
 * The mailbox's categories. `refresh`: they are read anew when this comes up; without it, once as long as the pane is
 * open. Never opens a window: where permission is missing the state says so.
 */
export function useCategories({ refresh }: { readonly refresh: boolean }): CategoriesState {
  const { categories } = useServices();
  const state = useCell(categories.state);
  useEffect(() => {
    if (refresh) void categories.refresh();
    else void categories.ensureRead();
  }, [categories, refresh]);
  return state;
}

export const sameCategory = (a: string, b: string): boolean => categorySubject(a) === categorySubject(b);

export const categoryNamed = (list: readonly Category[] | null, name: string): Category | null =>
  list?.find((one) => sameCategory(one.displayName, name)) ?? null;

/**
 * Whoever is about to change the list is asked once, for reading and writing together. (Graph permissions reference:
 * MailboxSettings.Read and .ReadWrite are two permissions)
 */
export const askedToWrite = (problem: Problem): Problem =>
  ('scopes' in problem ? { ...problem, scopes: [...new Set([...problem.scopes, 'MailboxSettings.ReadWrite'])] } : problem);
