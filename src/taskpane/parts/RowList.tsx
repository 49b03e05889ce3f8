import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import { headingHeight, layoutOf } from './rowLayout.ts';
import type { RowSection } from './rowLayout.ts';

const useStyles = makeStyles({
  list: {
    overflowY: 'auto', overflowX: 'hidden', minHeight: 0, position: 'relative', outlineStyle: 'none',
    ':focus-visible [data-active="true"]': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  inner: { position: 'relative', width: '100%' },
  heading: {
    position: 'absolute', insetInlineStart: 0, insetInlineEnd: 0, height: `${headingHeight}px`, boxSizing: 'border-box', padding: '8px 16px 0',
    fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2,
    overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
  },
});

/** Rows beyond what is in sight, so that scrolling shows no gaps. */
const beyond = 8;

/** Where somebody is in the list: the row the keyboard is on, and whether they left the list for one of its rows. */
export type RowSpot = { readonly active: number; readonly scrollTop: number; readonly wasInList: boolean };
export type RowPlace = { now(): RowSpot; move(to: Partial<RowSpot>): void };
export type RowListHandle = { focus(): void; toTop(): void };

/** What a row needs to stand in the list. */
export type RowProps = {
  readonly id: string;
  readonly at: number;
  readonly total: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
  /** The same for all rows and for as long as the list is there, so that a row in sight is not drawn anew at each step of scrolling. */
  readonly onClick: (at: number, event: MouseEvent, onFace: boolean) => void;
};

type Click = RowProps['onClick'];

/** One function for as long as the list is there, which does what was meant last. */
function steadyClick(): { means(next: Click): void; readonly onClick: Click } {
  let latest: Click = () => undefined;
  return { means: (next) => { latest = next; }, onClick: (at, event, onFace) => latest(at, event, onFace) };
}

type Props = {
  readonly handle: RefObject<RowListHandle | null>;
  readonly place: RowPlace;
  /** Begins the ids of rows; one list of a name on a page. */
  readonly name: string;
  readonly label: string;
  readonly rowHeight: number;
  readonly total: number;
  /** In order, together all rows; left out where nothing is grouped. */
  readonly sections?: readonly RowSection[];
  readonly busy?: boolean;
  readonly choosing: boolean;
  readonly row: (props: RowProps) => ReactNode;
  readonly onRange?: (first: number, count: number) => void;
  /** False for a row that is not there yet; left out: all are. */
  readonly canOpen?: (at: number) => boolean;
  readonly onOpen: (at: number) => void;
  readonly onToggle: (at: number) => void;
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
export function RowList(props: Props) {
  const { handle, place, name, label, rowHeight, total, sections, busy = false, choosing, row, onRange, canOpen, onOpen, onToggle, onExtend, onAll, onClear, onType } = props;
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layoutOf(total, rowHeight, sections ?? []), [total, rowHeight, sections]);
  const [seen, setSeen] = useState(() => ({ first: layout.rowAt(place.now().scrollTop), count: 20 }));
  const [active, setActive] = useState(() => place.now().active);
  const here = Math.min(active, Math.max(0, total - 1));

  const look = () => {
    const box = list.current;
    if (!box) return;
    place.move({ scrollTop: box.scrollTop });
    const first = layout.rowAt(box.scrollTop);
    const count = Math.ceil(box.clientHeight / rowHeight) + 1;
    setSeen((before) => (before.first === first && before.count === count ? before : { first, count }));
    onRange?.(first, count);
  };

  const activate = (at: number) => {
    setActive(at);
    place.move({ active: at });
  };
  const go = (to: number) => {
    const next = Math.max(0, Math.min(total - 1, to));
    activate(next);
    const box = list.current;
    if (!box) return;
    // The first of a group comes into sight with its heading.
    const top = layout.isFirst(next) ? layout.topOf(next) - headingHeight : layout.topOf(next);
    const end = layout.topOf(next) + rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (end > box.scrollTop + box.clientHeight) box.scrollTop = end - box.clientHeight;
  };

  useImperativeHandle(handle, () => ({
    focus: () => list.current?.focus(),
    toTop() {
      activate(0);
      place.move({ scrollTop: 0 });
      if (list.current) list.current.scrollTop = 0;
    },
  }));

  // Back from a row: the same stretch of the list, and the keyboard in it.
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
  useEffect(() => latest.current(), [layout]);
  useEffect(() => {
    if (!list.current) return;
    const watch = new ResizeObserver(() => latest.current());
    watch.observe(list.current);
    return () => watch.disconnect();
  }, []);

  const open = (at: number) => {
    if (canOpen?.(at) === false) return;
    place.move({ wasInList: true });
    onOpen(at);
  };

  const clicked = (at: number, event: MouseEvent, onFace: boolean) => {
    activate(at);
    if (event.shiftKey) onExtend(here, at);
    else if (onFace || choosing || event.ctrlKey || event.metaKey) onToggle(at);
    else open(at);
  };
  const [click] = useState(steadyClick);
  useEffect(() => click.means(clicked));

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + page, PageUp: here - page, Home: 0, End: total - 1 };
    const to = steps[event.key];
    const command = event.ctrlKey || event.metaKey;
    if (to !== undefined) {
      if (event.shiftKey) onExtend(here, Math.max(0, Math.min(total - 1, to)));
      go(to);
    } else if (event.key === 'Enter') open(here);
    else if (event.key === ' ') onToggle(here);
    else if (command && event.key.toLowerCase() === 'a') onAll();
    else if (event.key === 'Escape' && choosing) onClear();
    else {
      if (event.key.length === 1 && !command && !event.altKey) onType();
      return;
    }
    event.preventDefault();
  };

  const first = Math.max(0, seen.first - beyond);
  const end = Math.min(total, seen.first + seen.count + beyond);
  const places = Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n);
  // The active row stays though it is out of sight: the list names it.
  if (total > 0 && (here < first || here >= end)) places.push(here);
  const rowId = (at: number): string => `${name}-${at}`;
  const draw = (at: number): ReactNode => row({ id: rowId(at), at, total, top: layout.topOf(at), isActive: at === here, onClick: click.onClick });
  return (
    <div ref={list} className={styles.list} role="listbox" tabIndex={0} aria-label={label} aria-multiselectable="true"
      aria-busy={busy} {...(total > 0 ? { 'aria-activedescendant': rowId(here) } : {})} onScroll={look} onKeyDown={onKeyDown}>
      <div role="presentation" className={styles.inner} style={{ height: layout.height }}>
        {sections === undefined || sections.length === 0
          ? places.map(draw)
          : layout.bySection(places).map(({ section, index, top, rows }) => (
            <div key={index} role="group" aria-labelledby={`${name}-section-${index}`}>
              <div id={`${name}-section-${index}`} role="presentation" className={styles.heading} style={{ top }}>{section.title}</div>
              {rows.map(draw)}
            </div>
          ))}
      </div>
    </div>
  );
}
