import { Button, Popover, PopoverSurface, PopoverTrigger, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { CategoryPicker } from './CategoryPicker.tsx';
import type { namedLook } from './namedLook.ts';
import type { CategoryWish } from './CategoryPicker.tsx';

const useStyles = makeStyles({ surface: { width: '288px', maxWidth: 'calc(100vw - 16px)', boxSizing: 'border-box', padding: '12px', maxHeight: 'calc(100vh - 16px)', overflowY: 'auto' } });

const focusForMs = 500;

type Carrier = { readonly categories: readonly string[] };

export type CategoryPopoverProps = {
  readonly look: { readonly 'size': 'small' | 'medium'; readonly 'icon': ReactElement; readonly 'disabledFocusable': boolean } & ReturnType<typeof namedLook>;
  /** '' where the icon alone is shown; then the look has its name. */
  readonly label: string;
  readonly about: string;
  /** Whom it is about at the first click, which has been. */
  readonly first: readonly Carrier[];
  readonly contacts: () => Promise<readonly Carrier[]>;
  readonly onWish: (wish: CategoryWish, contacts: readonly Carrier[]) => void;
};

/** The button with the picker over the page. Comes after the first click on it, and is open then. */
export function CategoryPopover({ look, label, about, first, contacts, onWish }: CategoryPopoverProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<readonly Carrier[] | null>(first);
  const box = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(false);
  const isOpen = chosen !== null;
  // Fluent gives the focus back to where it was: at the first opening that was a button which this one has replaced.
  // While it lets go of the keyboard it takes the focus off whatever gets it, so once may not be enough.
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!hasClosed) return;
    const since = performance.now();
    const timer = setInterval(() => {
      if (document.activeElement === document.body) box.current?.querySelector('button')?.focus();
      if (performance.now() - since > focusForMs) clearInterval(timer);
    }, 50);
    return () => clearInterval(timer);
  }, [isOpen]);
  const apply = (wish: CategoryWish) => {
    setChosen(null);
    if (chosen !== null && wish.add.length + wish.remove.length > 0) onWish(wish, chosen);
  };
  return (
    <span ref={box}>
      <Popover open={isOpen} trapFocus positioning={{ position: 'below', align: 'start', fallbackPositions: ['above-start', 'above'] }}
        onOpenChange={(_, { open }) => {
          if (open) void contacts().then(setChosen);
          else setChosen(null);
        }}>
        <PopoverTrigger disableButtonEnhancement><Button {...look} aria-haspopup="dialog">{label === '' ? null : label}</Button></PopoverTrigger>
        <PopoverSurface className={styles.surface} aria-label={about}>
          {chosen !== null && <CategoryPicker contacts={chosen} onApply={apply} onCancel={() => setChosen(null)} />}
        </PopoverSurface>
      </Popover>
    </span>
  );
}
