import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { createCell } from './cell.ts';
import type { Cell } from './cell.ts';

export type ActKind = 'created' | 'updated' | 'removed' | 'addressAdded';
export type ActState = 'done' | 'undoing' | 'undone';

/** Something the person did, and where its undoing stands. */
export type Act = {
  readonly id: number;
  readonly kind: ActKind;
  /** Whom it was about, for the sentence. */
  readonly name: string;
  readonly state: ActState;
  readonly problem: Problem | null;
};

/** The legal moves of an act. A failed undo goes back to `done`, so that it can be tried again. */
const next = { done: ['undoing'], undoing: ['undone', 'done'], undone: [] } as const satisfies Record<ActState, readonly ActState[]>;

export type Acts = {
  readonly last: Cell<Act | null>;
  did(kind: ActKind, name: string, undo: () => Promise<Result<unknown>>): void;
  undoLast(): Promise<Result<null>>;
  dismiss(): void;
};

export function createActs(): Acts {
  const last = createCell<Act | null>(null);
  let undoOfLast: () => Promise<Result<unknown>> = async () => ok(null);
  let counter = 0;

  const move = (id: number, state: ActState, problem: Problem | null) => {
    last.update((act) => {
      if (act === null || act.id !== id) return act;
      if (!(next[act.state] as readonly ActState[]).includes(state)) throw new Error(`an act cannot go from ${act.state} to ${state}`);
      return { ...act, state, problem };
    });
  };

  return {
    last,
    did(kind, name, undo) {
      undoOfLast = undo;
      last.set({ id: ++counter, kind, name, state: 'done', problem: null });
    },
    async undoLast() {
      const act = last.get();
      if (act === null || act.state !== 'done') return failed({ kind: 'abandoned' });
      move(act.id, 'undoing', null);
      const result = await undoOfLast();
      if (!result.ok) {
        move(act.id, 'done', result.problem);
        return result;
      }
      move(act.id, 'undone', null);
      return ok(null);
    },
    dismiss: () => last.set(null),
  };
}
