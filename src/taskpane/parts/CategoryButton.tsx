import { Button } from '@fluentui/react-components';
import { TagRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { lazily } from './lazily.tsx';
import { namedLook } from './namedLook.ts';
import type { CategoryWish } from './CategoryPicker.tsx';

const CategoryPopover = lazily(() => import('./CategoryPopover.tsx').then((it) => it.CategoryPopover));

type Carrier = { readonly categories: readonly string[] };

type Props<C extends Carrier> = {
  readonly label: string;
  /** Said of the picker that opens: whose categories. */
  readonly about: string;
  /** Asked for when the picker is wanted. */
  readonly contacts: () => Promise<readonly C[]>;
  readonly onWish: (wish: CategoryWish, contacts: readonly C[]) => void;
  readonly size?: 'small' | 'medium';
  readonly disabled?: boolean;
  /** Only the icon is shown. */
  readonly bare?: boolean;
};

/** Opens the picker of categories. The picker comes when it is first wanted. */
export function CategoryButton<C extends Carrier>({ label, about, contacts, onWish, size = 'medium', disabled = false, bare = false }: Props<C>) {
  const [first, setFirst] = useState<readonly C[] | null>(null);

  useEffect(() => {
    const timer = setTimeout(CategoryPopover.prefetch, 3_000);
    return () => clearTimeout(timer);
  }, []);

  const look = { size, icon: <TagRegular />, disabledFocusable: disabled, ...namedLook(label, bare) };
  const closed = <Button {...look} aria-haspopup="dialog" aria-expanded={first !== null} onClick={() => void contacts().then(setFirst)}>{bare ? null : label}</Button>;
  if (first === null) return closed;
  // What comes back from the picker is what went into it.
  return <CategoryPopover look={look} label={bare ? '' : label} about={about} first={first} contacts={contacts} fallback={closed} onWish={(wish, chosen) => onWish(wish, chosen as readonly C[])} />;
}
