import { createCell } from '#app/cell';
import type { Services } from '#app/services';
import { pictureShelf } from '../../src/taskpane/pictureShelf.ts';

type Ports = Pick<Services, 'extras' | 'sync' | 'directoryPhoto' | 'hasDirectory'>;

describe('pictures of people in sight', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are asked for in one go, and not of those who were only scrolled past', async () => {
    const asked: string[] = [];
    const extras = {
      read: () => Promise.resolve(new Map()), changed: createCell(0),
      freshen: (ids: readonly string[]) => { asked.push(...ids); return Promise.resolve(); },
    } as unknown as Ports['extras'];
    const sync = createCell({ phase: 'resting', lastAt: 1, progress: null, problem: null, waitingUntil: null }) as Ports['sync'];
    const shelf = pictureShelf({ extras, sync, hasDirectory: false, directoryPhoto: () => Promise.reject(new Error('nobody asks')) });
    const gone = ['a', 'b'].map((id) => shelf.watch(id, false, () => undefined));
    shelf.watch('c', false, () => undefined);
    await jest.advanceTimersByTimeAsync(100);
    for (const stop of gone) stop();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual(['c']);
    // Whoever comes into sight again is asked about then.
    shelf.watch('a', false, () => undefined);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual(['c', 'a']);
  });
});
