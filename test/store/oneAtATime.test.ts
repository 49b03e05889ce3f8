import { ok } from '#domain/result';
import { oneAtATime } from '#store/oneAtATime';

/** As the browser does it: who waits and is called off is refused. */
const lockThatIsHeld = {
  request: (_name: string, { signal }: { signal?: AbortSignal }) => new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Called off.', 'AbortError')));
  }),
};

const withLocks = async (locks: unknown, work: () => Promise<void>): Promise<void> => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
  try {
    await work();
  } finally {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
  }
};

describe('one at a time', () => {
  it('answers that it was abandoned when it is called off while it waits its turn', () => withLocks(lockThatIsHeld, async () => {
    const stop = new AbortController();
    let worked = false;
    const waiting = oneAtATime('sync', async () => {
      worked = true;
      return ok(1);
    }, stop.signal);
    stop.abort();
    expect([await waiting, worked]).toEqual([{ ok: false, problem: { kind: 'abandoned' } }, false]);
  }));

  it('works at once where locks are refused', () => withLocks({ request: () => Promise.reject(new DOMException('No.', 'SecurityError')) }, async () => {
    expect(await oneAtATime('sync', async () => ok(1))).toEqual(ok(1));
  }));

  it('passes on what the work itself threw, and does not do it twice', () => withLocks({ request: (_name: string, _options: unknown, work: () => unknown) => work() }, async () => {
    let count = 0;
    const broken = oneAtATime('sync', async () => {
      count += 1;
      throw new Error('defect');
    });
    await expect(broken).rejects.toThrow('defect');
    expect(count).toBe(1);
  }));
});
