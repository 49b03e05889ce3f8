import type { ChildProcess } from 'node:child_process';

export default function stopEverything(): void {
  for (const sandbox of (globalThis as { sandboxes?: ChildProcess[] }).sandboxes ?? []) sandbox.kill();
}
