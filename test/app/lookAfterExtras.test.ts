import { answered, lookAfterExtras } from '#app/lookAfterExtras';
import type { ExtraName } from '#domain/extras';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import { memoryStore } from '#store/memoryStore';
import { contact } from '../support/contactBuilder.ts';

function setUp(answer: (ids: readonly string[]) => Result<ReadonlyMap<string, string | null>> = (ids) => ok(new Map(ids.map((id) => [id, `${id}-jpeg`])))) {
  const store = memoryStore();
  const asked: (readonly string[])[] = [];
  let time = 1_000_000;
  const never = () => { throw new Error('not asked for'); };
  const extras = lookAfterExtras({
    stored: store.extras, onChange: store.onChange, now: () => time,
    ask: { photo: async (ids: readonly string[]) => { asked.push(ids); return answer(ids); }, flag: never, custom: never } as never,
  });
  return { store, extras, asked, pass: (ms: number) => { time += ms; } };
}
const photo: readonly ExtraName[] = ['photo'];

describe('pictures of contacts somebody looks at', () => {
  it('are asked for once, however often somebody looks at each change', async () => {
    const { extras, asked } = setUp();
    extras.changed.subscribe(() => void extras.freshen(['ana'], photo));
    await extras.freshen(['ana'], photo);
    for (let n = 0; n < 20; n += 1) await Promise.resolve();
    await extras.freshen(['ana'], photo);
    expect(asked).toEqual([['ana']]);
    expect((await extras.read(['ana'])).get('ana')?.photo).toBe('ana-jpeg');
  });

  it('are asked for again when the contact changed, when they are old, and when somebody looks closely', async () => {
    const { extras, asked, store, pass } = setUp();
    await extras.freshen(['ana'], photo);
    pass(10);
    await store.put(contact({ id: 'ana' }));
    pass(10);
    await extras.freshen(['ana'], photo, { onlyMissing: true });
    expect(asked).toHaveLength(1);
    await extras.freshen(['ana'], photo);
    expect(asked).toHaveLength(2);
    pass(6_000);
    await extras.freshen(['ana'], photo);
    expect(asked).toHaveLength(2);
    await extras.freshen(['ana'], photo, { olderThanMs: 5_000 });
    expect(asked).toHaveLength(3);
    pass(11 * 60_000);
    await extras.freshen(['ana'], photo);
    expect(asked).toHaveLength(4);
  });

  it('are no news for lists of contacts, only for pictures', async () => {
    const { extras, store } = setUp();
    const heard: unknown[] = [];
    store.onChange((what) => heard.push(what));
    await extras.freshen(['ana'], photo);
    expect(heard).toEqual([{ ids: ['ana'], extrasOnly: true }]);
  });

  it('are not offered where Graph refuses them for everybody', async () => {
    const refused = failed({ kind: 'refused', code: 'ConsumerPhotoIsNotSupported', message: '' } as const);
    const { extras, asked } = setUp((ids) => answered(new Map(ids.map((id) => [id, refused]))));
    await extras.freshen(['ana', 'bo'], photo);
    expect([...extras.notOffered.get()]).toEqual(['photo']);
    await extras.freshen(['ana'], photo);
    expect(asked).toHaveLength(1);
  });

  it('are kept where only some are refused', () => {
    expect(answered(new Map<string, Result<string>>([['ana', ok('jpeg')], ['bo', failed({ kind: 'offline' })]]))).toEqual(ok(new Map([['ana', 'jpeg']])));
  });
});
