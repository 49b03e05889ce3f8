import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** A group that is unfolded for it draws its fields a little later. */
const frames = 10;

/** Moves the cursor to what is there only after the next drawing: a new field, or one in a group that is opened for it. */
export function useFocusOn(form: RefObject<HTMLElement | null>): (...names: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);
  const [, draw] = useState(0);
  useEffect(() => {
    const names = wanted.current;
    wanted.current = [];
    const look = (left: number) => {
      const found = names.map((name) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)).find((one) => one !== null && one !== undefined);
      if (found) found.focus();
      else if (left > 0) requestAnimationFrame(() => look(left - 1));
    };
    if (names.length > 0) look(frames);
  });
  return (...names) => {
    wanted.current = names;
    // Nothing else may have changed.
    draw((n) => n + 1);
  };
}
