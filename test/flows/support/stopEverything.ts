import type { ChildProcess } from 'node:child_process';

export default function stopEverything(): void {
  (globalThis as { sandbox?: ChildProcess }).sandbox?.kill();
}
