/**
 * The place at the side where task panes live: one as a rule, two to see what happens with a second one open. Each
 * has the bar a host draws: name, pin, reload, close.
 */
import { button, element } from './element.ts';
import { icon } from './icon.ts';
import { openPaneFrame, type PaneFrame, type PaneSurroundings } from './paneFrame.ts';
import type { Situation } from './situation.ts';

export type DockActions = {
  readonly change: (part: Partial<Situation>) => void;
};

export function dock(around: PaneSurroundings, actions: DockActions) {
  const place = element('aside', { class: 'dock', 'aria-label': 'Add-ins' });
  const grip = element('div', { class: 'grip', 'aria-hidden': 'true' });
  let panes: { frame: PaneFrame; card: HTMLElement; pin: HTMLButtonElement }[] = [];
  makeDraggable(grip, () => around.situation(), actions.change);
  place.append(grip);

  const open = (n: number) => {
    const name = n === 0 ? 'Contact Pane' : 'Contact Pane, second';
    const frame = openPaneFrame(name, around);
    const pin = button('Pin', () => { actions.change({ pinned: around.situation().pinned === '0' ? '1' : '0' }); },
      { class: 'bar-button pin', 'aria-pressed': 'false' }, icon('pin'));
    const card = element('section', { class: 'pane-card', 'aria-label': name },
      element('div', { class: 'pane-bar' },
        element('span', { class: 'pane-icon', 'aria-hidden': 'true' }, icon('contact')),
        element('span', { class: 'pane-name' }, name),
        pin,
        button('Switch between 320 and 450 pixels', () => { actions.change({ width: around.situation().width === 450 ? 320 : 450 }); }, { class: 'bar-button' }, icon('narrow')),
        button('Reload pane', () => { restart(); }, { class: 'bar-button' }, icon('reload')),
        button('Close pane', () => { actions.change({ pane: 'closed' }); }, { class: 'bar-button' }, icon('close'))),
      frame.element);
    place.append(card);
    return { frame, card, pin };
  };

  const closeAll = () => {
    for (const { frame, card } of panes) {
      frame.close();
      card.remove();
    }
    panes = [];
  };

  const restart = () => {
    closeAll();
    const { pane, panes: count } = around.situation();
    place.hidden = pane === 'closed';
    if (pane === 'open') panes = Array.from({ length: Number(count) }, (_, n) => open(n));
    refresh();
  };

  /** What shows around the frames; the frames themselves stay. */
  const refresh = () => {
    const { width, pinned } = around.situation();
    place.style.setProperty('--pane-width', `${width}px`);
    // Outlook pins on messages only (add-in manifest, SupportsPinning).
    const canPin = around.item()?.type !== 'event' || pinned === 'any';
    for (const { pin } of panes) {
      pin.setAttribute('aria-pressed', String(pinned !== '0'));
      pin.hidden = !canPin;
      const label = pinned === '0' ? 'Pin pane' : 'Unpin pane';
      pin.setAttribute('aria-label', label);
      pin.title = label;
    }
  };

  return {
    element: place,
    restart,
    refresh,
    each(act: (frame: PaneFrame) => void): void { for (const { frame } of panes) act(frame); },
    focus(): void { panes[0]?.frame.focus('first'); },
    /** The bar above the first frame: where the focus goes that leaves a pane backwards. */
    focusBar(): void { panes.at(-1)?.card.querySelector<HTMLElement>('.pane-bar button:last-of-type')?.focus(); },
  };
}

function makeDraggable(grip: HTMLElement, situation: () => Situation, change: (part: Partial<Situation>) => void): void {
  grip.addEventListener('pointerdown', (down) => {
    grip.setPointerCapture(down.pointerId);
    const from = situation().width;
    // Frames swallow the pointer otherwise.
    document.body.classList.add('dragging');
    const towardsStart = getComputedStyle(grip).direction === 'rtl' ? -1 : 1;
    const move = (event: PointerEvent) => {
      const width = Math.round(from + (down.clientX - event.clientX) * towardsStart);
      change({ width: Math.min(900, Math.max(280, width)) });
    };
    grip.addEventListener('pointermove', move);
    grip.addEventListener('lostpointercapture', () => {
      grip.removeEventListener('pointermove', move);
      document.body.classList.remove('dragging');
    }, { once: true });
  });
}
