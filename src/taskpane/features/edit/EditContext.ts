import { createContext, use } from 'react';
import type { Dispatch } from 'react';
import type { EditEvent, EditState } from './editState.ts';

/** What the fields of the form share. */
export type Edit = {
  readonly state: EditState;
  readonly dispatch: Dispatch<EditEvent>;
  /** What a `Field` shows at the input of that name. */
  readonly fault: (input: string) => { readonly validationState?: 'error'; readonly validationMessage?: string };
  /** Moves the cursor to the first of these inputs (or buttons) that is there once the form is drawn again. */
  readonly focusOn: (...names: readonly string[]) => void;
  /** A date typed by half, which is '' to the page: only the input itself knows. */
  readonly halfDay: boolean;
  readonly setHalfDay: (half: boolean) => void;
  readonly language: string;
  /** Where lists open, so that no group cuts them off. */
  readonly popups: HTMLElement | null;
};

export const EditContext = createContext<Edit | null>(null);

export function useEdit(): Edit {
  const edit = use(EditContext);
  if (edit === null) throw new Error('A field of the form outside of it.');
  return edit;
}
