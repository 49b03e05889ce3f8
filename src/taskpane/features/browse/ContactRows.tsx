import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { Contact, ContactId } from '#domain/contact';
import { useTexts } from '../../text/TextContext.ts';
import type { Window } from '../../useBrowse.ts';
import type { BrowsePlace } from './browsePlace.ts';
import { ContactRow } from './ContactRow.tsx';
import { rowHeight, rowId } from './ContactRow.tsx';

const useStyles = makeStyles({
  list: {
    overflowY: 'auto', overflowX: 'hidden', minHeight: 0, position: 'relative', outlineStyle: 'none',
    ':focus-visible [data-active="true"]': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  inner: { position: 'relative', width: '100%' },
});

/** Rows beyond what is in sight, so that scrolling shows no gaps. */
const beyond = 8;

export type ContactRowsHandle = { focus(): void; toTop(): void };

type Props = {
  readonly handle: RefObject<ContactRowsHandle | null>;
  readonly place: BrowsePlace;
  readonly total: number;
  readonly found: Window | null;
  readonly text: string;
  readonly language: string;
  readonly chosen: ReadonlySet<ContactId>;
  readonly choosing: boolean;
  readonly onRange: (first: number, count: number) => void;
  readonly onOpen: (contact: Contact) => void;
  readonly onToggle: (id: ContactId, at: number) => void;
  readonly onExtend: (from: number, to: number) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
  /** A letter was pressed: it belongs in the search box. */
  readonly onType: () => void;
};

/**
 * A list of any length of which only the rows in sight exist. The list itself holds the focus and names the active
 * row, so that a row may come and go under it. (WAI-ARIA 1.2, aria-activedescendant, aria-setsize, aria-posinset)
 */
export function ContactRows({ handle, place, total, found, text, language, chosen, choosing, onRange, onOpen, onToggle, onExtend, onAll, onClear, onType }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(() => ({ first: Math.floor(place.now().scrollTop / rowHeight), count: 20 }));
  const [active, setActive] = useState(() => place.now().active);
  const here = Math.min(active, Math.max(0, total - 1));

  const look = () => {
    const box = list.current;
    if (!box) return;
    place.move({ scrollTop: box.scrollTop });
    const first = Math.floor(box.scrollTop / rowHeight);
    const count = Math.ceil(box.clientHeight / rowHeight) + 1;
    setSeen((before) => (before.first === first && before.count === count ? before : { first, count }));
    onRange(first, count);
  };

  const go = (to: number) => {
    const next = Math.max(0, Math.min(total - 1, to));
    setActive(next);
    place.move({ active: next });
    const box = list.current;
    if (!box) return;
    if (next * rowHeight < box.scrollTop) box.scrollTop = next * rowHeight;
    else if ((next + 1) * rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = (next + 1) * rowHeight - box.clientHeight;
  };

  useImperativeHandle(handle, () => ({
    focus: () => list.current?.focus(),
    toTop() {
      setActive(0);
      place.move({ active: 0, scrollTop: 0 });
      if (list.current) list.current.scrollTop = 0;
    },
  }));

  // Back from a contact: the same stretch of the list, and the keyboard in it.
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const { scrollTop, wasInList } = place.now();
    box.scrollTop = scrollTop;
    if (wasInList) box.focus({ preventScroll: true });
    place.move({ wasInList: false });
  }, [place]);

  const latest = useRef(look);
  useEffect(() => { latest.current = look; });
  useEffect(() => {
    if (!list.current) return;
    const watch = new ResizeObserver(() => latest.current());
    watch.observe(list.current);
    return () => watch.disconnect();
  }, []);

  const contactAt = (at: number): Contact | null => found?.rows[at - found.from] ?? null;
  const open = (contact: Contact) => {
    place.move({ wasInList: true });
    onOpen(contact);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + page, PageUp: here - page, Home: 0, End: total - 1 };
    const to = steps[event.key];
    const contact = contactAt(here);
    const command = event.ctrlKey || event.metaKey;
    if (to !== undefined) {
      if (event.shiftKey) onExtend(here, Math.max(0, Math.min(total - 1, to)));
      go(to);
    } else if (event.key === 'Enter' && contact) open(contact);
    else if (event.key === ' ' && contact) onToggle(contact.id, here);
    else if (command && event.key.toLowerCase() === 'a') onAll();
    else if (event.key === 'Escape' && choosing) onClear();
    else {
      if (event.key.length === 1 && event.key !== ' ' && !command && !event.altKey) onType();
      return;
    }
    event.preventDefault();
  };

  const first = Math.max(0, seen.first - beyond);
  const end = Math.min(total, seen.first + seen.count + beyond);
  const places = Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n);
  // The active row stays though it is out of sight: the list names it.
  if (here < first || here >= end) places.push(here);
  return (
    <div ref={list} className={styles.list} role="listbox" tabIndex={0} aria-label={texts.browse.title} aria-multiselectable="true"
      aria-busy={found === null} {...(total > 0 ? { 'aria-activedescendant': rowId(here) } : {})} onScroll={look} onKeyDown={onKeyDown}>
      <div role="presentation" className={styles.inner} style={{ height: total * rowHeight }}>
        {places.map((at) => {
          const contact = contactAt(at);
          return (
            <ContactRow key={at} at={at} total={total} contact={contact} text={text} language={language} choosing={choosing}
              isActive={at === here} isChosen={contact !== null && chosen.has(contact.id)}
              onClick={(event, onFace) => {
                setActive(at);
                place.move({ active: at });
                if (!contact) return;
                if (event.shiftKey) onExtend(here, at);
                else if (onFace || choosing || event.ctrlKey || event.metaKey) onToggle(contact.id, at);
                else open(contact);
              }} />
          );
        })}
      </div>
    </div>
  );
}
