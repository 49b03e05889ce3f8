import { createSlots } from '#graph/slots';

/** Takes places and says in which order they were given. */
function takers(count: number) {
  const slots = createSlots(count);
  const given: string[] = [];
  const take = (name: string, places = 1, signal?: AbortSignal) => slots.take(signal, places).then((release) => {
    given.push(release === null ? `${name} left` : name);
    return release ?? (() => undefined);
  });
  return { take, given };
}
const settled = () => new Promise((done) => { setTimeout(done, 0); });

describe('places in a row', () => {
  it('are as many as there are, and given back once', async () => {
    const { take, given } = takers(2);
    const first = await take('a');
    void take('b');
    void take('c');
    void take('d');
    await settled();
    expect(given).toEqual(['a', 'b']);
    first();
    first();
    await settled();
    expect(given).toEqual(['a', 'b', 'c']);
  });

  it('are waited for by who wants several, and nobody slips past', async () => {
    const { take, given } = takers(3);
    const small = await take('small');
    const big = take('big', 20);
    void take('late');
    await settled();
    expect(given).toEqual(['small']);
    small();
    (await big)();
    await settled();
    expect(given).toEqual(['small', 'big', 'late']);
  });

  it('are left to others by who does not wait any more', async () => {
    const { take, given } = takers(2);
    await take('a');
    const leaving = new AbortController();
    void take('big', 2, leaving.signal);
    void take('b');
    leaving.abort();
    await settled();
    expect(given).toEqual(['a', 'big left', 'b']);
    const gone = new AbortController();
    gone.abort();
    await take('c', 1, gone.signal);
    expect(given.at(-1)).toBe('c left');
  });
});
