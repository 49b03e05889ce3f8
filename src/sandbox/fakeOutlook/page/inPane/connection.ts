/** Lets the pane see what a browser shows when the connection goes: `navigator.onLine` and its two events. */
import type { HostOfPane } from './hostOfPane.ts';

export function followConnection(host: HostOfPane): void {
  let online = host.connection === 'online';
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online });
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== host.origin || typeof event.data !== 'string') return;
    const told = /^\{"sandboxConnection":"(online|offline)"\}$/.exec(event.data)?.[1];
    if (told === undefined || (told === 'online') === online) return;
    online = told === 'online';
    window.dispatchEvent(new Event(told));
  });
}
