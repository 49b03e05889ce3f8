/**
 * Which panes of this browser are still there. Each holds a lock under its name for as long as it lives; the browser
 * lets go of it when the pane is closed, reloaded or crashes, and that is how the others know. (Web Locks API)
 */
const prefix = 'contact-pane alive ';

/** Call once, as early as possible. Where there are no locks nothing happens. */
export function stayAlive(pane: string): void {
  try {
    void globalThis.navigator.locks?.request(prefix + pane, () => new Promise<never>(() => {})).catch(() => undefined);
  } catch {
    // Storage and its kin are denied: then nobody else shares a store with this pane either.
  }
}

/** The panes that live, this one among them; null where the browser cannot tell. */
export async function alivePanes(): Promise<ReadonlySet<string> | null> {
  try {
    const { held } = await globalThis.navigator.locks.query();
    return new Set((held ?? []).flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
  } catch {
    return null;
  }
}
