/**
 * What MSAL looks for in a pane's window when it signs in through the host. The npm office.js does not bring it;
 * the current office.js does. Only answers are handed on: MSAL parses whatever it is given, without a filter, and
 * throws on anything that is not JSON of its own.
 */
import type { HostOfPane } from './hostOfPane.ts';

type Listener = (text: string) => void;

export function putNestedAppAuthBridge(host: HostOfPane): void {
  const page = window as unknown as { nestedAppAuthBridge?: unknown };
  if (page.nestedAppAuthBridge !== undefined) return;
  let listeners: Listener[] = [];
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== host.origin || typeof event.data !== 'string') return;
    try {
      if ((JSON.parse(event.data) as { messageType?: unknown }).messageType !== 'NestedAppAuthResponse') return;
    } catch {
      return;
    }
    for (const listener of listeners) listener(event.data);
  });
  page.nestedAppAuthBridge = {
    addEventListener(type: string, listener: Listener) { if (type === 'message') listeners.push(listener); },
    removeEventListener(_type: string, listener: Listener) { listeners = listeners.filter((one) => one !== listener); },
    postMessage(text: string) { window.parent.postMessage(text, host.origin); },
  };
}
