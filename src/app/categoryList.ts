import type { Category } from '#domain/category';
import type { Change } from '#domain/change';
import { categoriesMeant } from '#domain/mailboxMeant';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { createCell } from './cell.ts';
import type { Cell } from './cell.ts';

export type CategoriesState = {
  /** As the person means them; null before they were ever read on this device. */
  readonly list: readonly Category[] | null;
  readonly reading: boolean;
  readonly problem: Problem | null;
};

export type CategoryListPorts = {
  readonly ask: () => Promise<Result<readonly Category[]>>;
  readonly readStored: () => Promise<readonly Category[] | null>;
  readonly writeStored: (categories: readonly Category[]) => Promise<void>;
  /** The person's acts, newest first. */
  readonly changes: Cell<readonly Change[]>;
};

export type CategoryList = {
  readonly state: Cell<CategoriesState>;
  /** Reads the mailbox's list anew; what was kept of it stays in sight meanwhile. */
  refresh(): Promise<void>;
  /** Reads it once as long as the pane is open, for whoever shows nothing but colours. */
  ensureRead(): Promise<void>;
};

/** The mailbox's master list of categories: kept on this device, read anew when a page that shows it is opened. */
export function categoryList({ ask, readStored, writeStored, changes }: CategoryListPorts): CategoryList {
  let stored: readonly Category[] | null = null;
  let running: Promise<void> | null = null;
  const state = createCell<CategoriesState>({ list: null, reading: false, problem: null });
  const show = (rest: Partial<CategoriesState> = {}): void => state.update((before) => ({
    ...before, ...rest, list: stored === null ? null : categoriesMeant(stored, [...changes.get()].reverse()),
  }));
  const reload = async (): Promise<void> => {
    stored = await readStored();
    show();
  };
  changes.subscribe(() => void reload());
  const loaded = reload();
  let tried = false;

  async function refresh(): Promise<void> {
    running ??= (async () => {
      tried = true;
      show({ reading: true });
      const answer = await ask();
      if (answer.ok) {
        await writeStored(answer.value);
        stored = answer.value;
      }
      show({ reading: false, problem: answer.ok ? null : answer.problem });
    })().finally(() => { running = null; });
    return running;
  }

  return {
    state,
    refresh,
    async ensureRead() {
      await loaded;
      if (!tried) await refresh();
    },
  };
}
