import { fetchedLater } from '#app/fetchedLater';
import { ok } from '#domain/result';

describe('a piece that is fetched later', () => {
  it('is fetched once for all who need it', async () => {
    let fetched = 0;
    const piece = fetchedLater(async () => (fetched += 1));
    expect(await Promise.all([piece.with(async (n) => ok(n)), piece.with(async (n) => ok(n))])).toEqual([ok(1), ok(1)]);
  });

  it('is a problem like any other without a connection, and is tried again at the next need', async () => {
    let isConnected = false;
    const piece = fetchedLater(async () => {
      if (!isConnected) throw new Error('Loading chunk failed.');
      return 'piece';
    });
    expect(await piece.with(async (it) => ok(it))).toEqual({ ok: false, problem: { kind: 'offline' } });
    isConnected = true;
    expect(await piece.with(async (it) => ok(it))).toEqual(ok('piece'));
  });
});
