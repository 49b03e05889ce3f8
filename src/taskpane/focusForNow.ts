/**
 * Puts the focus on something that is no stop of its own, until it goes on from there. For that time it is one: office.js
 * moves the focus on Tab itself, and from what is not in its list of stops (a tabindex of -1) it leaves the pane.
 */
export function focusForNow(element: HTMLElement): void {
  element.tabIndex = 0;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus({ preventScroll: true });
}
