/**
 * Which panes of this browser are still there. Each holds a lock under its name for as long as it lives; the browser
 * lets go of it when the pane is closed, reloaded or crashes, and that is how the others know. (Web Locks API)
 */
const prefix = 'contact-pane alive ';

/**
 * Resolves when the others can know that this pane lives: claim nothing before, or one of them may take it for dead.
 * Where there are no locks it resolves at once; then nobody can tell, and only the clock counts.
 */
export function stayAlive(pane: string): Promise<void> {
  return new Promise((resolve) => {
    try {
      // The lock's own promise never ends while the pane lives.
      globalThis.navigator.locks.request(prefix + pane, () => new Promise<never>(() => resolve())).catch(() => resolve());
    } catch {
      resolve();
    }
  });
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
