import { followUpDone, followUpOn, noFollowUp } from '#domain/followUp';
import type { FollowUp } from '#domain/followUp';
import { failed, ok } from '#domain/result';
import { contactFolders } from '#graph/contactFolders';
import { contacts } from '#graph/contacts';
import { followUps, isUnsupported } from '#graph/followUps';
import { emulator, value } from './emulator.ts';
import { graphError, scriptedGraph } from './scriptedGraph.ts';

const graph = emulator();
const calls = () => followUps(graph.client());
const make = async (displayName = 'Ann Lee', folder: string | null = null) => value(await contacts(graph.client()).createContact({ displayName, companyName: 'Fabrikam' }, folder)).id;

const flags: [string, FollowUp][] = [
  ['today', followUpOn('today', '2026-11-23')], ['next week', followUpOn('nextWeek', '2026-11-23')], ['without date', followUpOn('noDate', '2026-11-23')],
  ['a leap day', followUpOn({ day: '2028-02-29' }, '2026-11-23')], ['done', followUpDone('2026-11-23')], ['cleared', noFollowUp],
];

describe('a flag', () => {
  it.each(flags)('comes back as it was written: %s', async (_which, flag) => {
    const { getFollowUps, setFollowUp } = calls();
    const id = await make();
    value(await setFollowUp(id, followUpOn('tomorrow', '2026-01-01')));
    expect(await setFollowUp(id, flag)).toEqual(ok(null));
    expect(value(await getFollowUps([id])).get(id)).toEqual(flag);
  });

  it('leaves everything else of the contact alone', async () => {
    const id = await make();
    const { changeKey, lastModifiedDateTime: _at, ...before } = value(await contacts(graph.client()).getContact(id));
    value(await calls().setFollowUp(id, followUpOn('today', '2026-11-23')));
    const after = value(await contacts(graph.client()).getContact(id));
    expect(after).toMatchObject(before);
    expect(after.changeKey).not.toBe(changeKey);
  });

  it.each([['no start', { start: '', due: '2026-12-01' }], ['a start after its due day', { start: '2026-12-05', due: '2026-12-01' }]])(
    'with %s starts on its due day, for Graph refuses anything else', async (_what, days) => {
      const id = await make();
      value(await calls().setFollowUp(id, { status: 'flagged', completed: '', ...days }));
      expect(value(await calls().getFollowUps([id])).get(id)).toEqual({ status: 'flagged', start: '2026-12-01', due: '2026-12-01', completed: '' });
    });

  it.each([['2026-12-01T00:00:00', 'Europe/Prague'], ['2026-12-01T00:00:00', 'Pacific/Auckland'], ['2026-12-01T00:00:00', 'Pacific/Honolulu'], ['2026-12-01T00:00:00', 'Pacific Standard Time']])(
    'that somebody set at their own midnight (%s %s) means that day', async (dateTime, timeZone) => {
      const id = await make();
      await graph.raw('PATCH', `/beta/me/contacts/${id}`, { flag: { flagStatus: 'flagged', startDateTime: { dateTime, timeZone }, dueDateTime: { dateTime, timeZone } } });
      expect(value(await calls().getFollowUps([id])).get(id)).toMatchObject({ start: '2026-12-01', due: '2026-12-01' });
    });

  it('of a contact that is gone is left out, and cannot be set', async () => {
    const { getFollowUps, setFollowUp } = calls();
    const [kept, gone] = [await make(), await make()];
    value(await contacts(graph.client()).deleteContact(gone, ''));
    expect([...value(await getFollowUps([gone, kept, 'no such id']))]).toEqual([[kept, noFollowUp]]);
    expect(await setFollowUp(gone, noFollowUp)).toEqual(failed({ kind: 'gone' }));
    expect(await setFollowUp('no such id', noFollowUp)).toEqual(failed({ kind: 'gone' }));
  });

  it('of many is asked for by twenties, in batches of beta alone', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 23; at += 1) ids.push(await make(`Nr ${at}`));
    const before = graph.sent().length;
    expect(value(await calls().getFollowUps(ids)).size).toBe(23);
    expect(graph.sent().slice(before).filter((line) => !line.includes('/sandbox/'))).toEqual(['POST /beta/$batch', 'POST /beta/$batch']);
  });

  it('that Graph takes and says nothing of is taken', async () => {
    const { client } = scriptedGraph([{ body: { id: 'a' } }]);
    expect(await followUps(client).setFollowUp('a', followUpOn('noDate', '2026-11-23'))).toEqual(ok(null));
  });

  it('that Graph takes and does not keep is told', async () => {
    const { client } = scriptedGraph([{ body: { id: 'a', flag: { flagStatus: 'notFlagged' } } }]);
    expect(await followUps(client).setFollowUp('a', followUpOn('noDate', '2026-11-23'))).toMatchObject({ problem: { kind: 'refused', code: 'flagIgnored' } });
  });
});

describe('the list of those to follow up', () => {
  it('holds the flagged and the done of the folders asked for, page by page', async () => {
    graph.reset({ seed: 'demo', contacts: 1500 });
    const folders = value(await contactFolders(graph.client()).listFolders());
    const main = folders.find(({ isDefault }) => isDefault)?.id ?? '';
    const club = value(await contactFolders(graph.client()).createFolder('Club', null)).id;
    const before = value(await calls().listFollowUps([main, club]));
    const [a, b, c] = [await make('A'), await make('B', club), await make('C', club)];
    value(await calls().setFollowUp(a, followUpOn('today', '2026-11-23')));
    value(await calls().setFollowUp(b, followUpDone('2026-11-23')));
    value(await calls().setFollowUp(c, noFollowUp));
    const progress: number[] = [];
    const found = value(await calls().listFollowUps([main, 'no such folder', club], { onProgress: (read) => progress.push(read) }));
    expect(new Map([...found].filter(([id]) => !before.has(id)))).toEqual(new Map([[a, followUpOn('today', '2026-11-23')], [b, followUpDone('2026-11-23')]]));
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.at(-1)).toBeGreaterThan(1000);
    expect(progress).toEqual([...progress].sort((x, y) => x - y));
  });

  it('goes past a folder that was deleted meanwhile', async () => {
    const { createFolder, deleteFolder } = contactFolders(graph.client());
    const [gone, club] = [value(await createFolder('Gone', null)).id, value(await createFolder('Club', null)).id];
    const id = await make('B', club);
    value(await calls().setFollowUp(id, followUpOn('noDate', '2026-11-23')));
    value(await deleteFolder(gone));
    expect([...value(await calls().listFollowUps([gone, club])).keys()]).toEqual([id]);
  });

  it('can be stopped half-way', async () => {
    graph.reset({ seed: 'demo', contacts: 2500 });
    const main = value(await contactFolders(graph.client()).listFolders())[0]?.id ?? '';
    const stop = new AbortController();
    const pages: number[] = [];
    const result = await calls().listFollowUps([main], { signal: stop.signal, onProgress: (read) => { pages.push(read); stop.abort(); } });
    expect(result).toEqual(failed({ kind: 'abandoned' }));
    expect(pages).toHaveLength(1);
  });
});

describe('where beta is not to be had', () => {
  it.each([[403, 'ErrorAccessDenied'], [501, 'NotImplemented'], [400, 'ErrorInvalidRequest'], [405, 'x'], [404, 'ResourceNotFound']])('%s %s means "not here" for every call', async (status, code) => {
    const id = await make();
    await graph.faults({ kind: 'status', status, code, path: '/beta/' });
    const { getFollowUps, listFollowUps, setFollowUp } = calls();
    for (const result of [await getFollowUps([id]), await setFollowUp(id, noFollowUp), await listFollowUps(['f'])]) {
      expect(!result.ok && isUnsupported(result.problem)).toBe(true);
    }
    expect((await contacts(graph.client()).getContact(id)).ok).toBe(true);
  });

  it('but trouble on the way does not', () => {
    expect(([{ kind: 'offline' }, { kind: 'gone' }, { kind: 'busy', retryAfterMs: 1 }, { kind: 'noAnswer', from: 'graph' }, { kind: 'serverTrouble', status: 500, requestId: '' }] as const).some(isUnsupported)).toBe(false);
  });

  it.each([
    { id: 'a', flag: { flagStatus: 'x' } }, { id: 'a', flag: [] }, { flag: { flagStatus: 'flagged' } }, null, { id: 'a', flag: { flagStatus: 'flagged', dueDateTime: 'soon' } },
    { id: 'a', flag: { flagStatus: 'flagged', dueDateTime: { dateTime: 'soon', timeZone: 'UTC' } } },
  ])('an answer out of shape is not understood: %j', async (body) => {
    const { client } = scriptedGraph([{ body }]);
    expect(await followUps(client).setFollowUp('a', noFollowUp)).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
  });

  it('a refusal of one part is not taken for a contact that is gone', async () => {
    const { client } = scriptedGraph([{ body: { responses: [{ id: '0', status: 400, body: graphError('BadRequest') }] } }]);
    expect(await followUps(client).getFollowUps(['a'])).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  });
});
