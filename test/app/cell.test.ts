import { createCell, soon, until } from '#app/cell';

describe('waiting for a value', () => {
  it('is over at once when the value is there', async () => {
    expect(await until(createCell(2), (n) => n > 1)).toBe(2);
  });

  it('is over with the first value that fits, and listens no longer', async () => {
    const cell = createCell(0);
    const asked: number[] = [];
    const waiting = until(cell, (n) => {
      asked.push(n);
      return n > 1;
    });
    cell.set(1);
    cell.set(2);
    cell.set(3);
    expect(await waiting).toBe(2);
    expect(asked).toEqual([0, 1, 2]);
  });

  it('goes on with what there is when it takes too long', async () => {
    const cell = createCell('reading');
    expect(await soon(cell, (phase) => phase === 'shown', 5)).toBe('reading');
  });

  it('does not wait any longer than for the value', async () => {
    const cell = createCell('reading');
    const waiting = soon(cell, (phase) => phase === 'shown', 60_000);
    cell.set('shown');
    expect(await waiting).toBe('shown');
  });
});
