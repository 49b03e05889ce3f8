import type { ContactStore } from '#store/contactStore';
import { memoryStore } from '#store/memoryStore';
import type { SyncOptions, SyncProgress } from '#store/syncAll';
import { syncAll } from '#store/syncAll';
import { fakeMailbox } from '../support/fakeMailbox';

const idsIn = async (store: ContactStore) => (await store.search('', 10_000)).map(({ id }) => id);

function rig(folderIds: readonly string[] = ['A', 'B'], pageSize = 2) {
  let time = 0;
  const store = memoryStore(() => time);
  const mailbox = fakeMailbox(folderIds, pageSize);
  const sync = (options: SyncOptions = {}) =>
    syncAll(store, mailbox.remote, { now: () => (time += 1), breathe: async () => undefined, ...options });
  return { store, mailbox, sync };
}

describe('syncing', () => {
  it('fills the store from all folders, and asks next time only for what is new', async () => {
    const { store, mailbox, sync } = rig();
    for (const id of ['a1', 'a2', 'a3']) mailbox.write(id, 'A');
    mailbox.write('b1', 'B');
    expect(await sync()).toEqual({ ok: true, value: { when: 1 } });
    expect(await idsIn(store)).toEqual(['a1', 'a2', 'a3', 'b1']);
    mailbox.requests.length = 0;
    mailbox.write('a4', 'A');
    await sync();
    expect(await idsIn(store)).toContain('a4');
    expect(mailbox.requests.sort()).toEqual(['A 0:3', 'B 0:1']);
  });

  it('tells how far it is', async () => {
    const { mailbox, sync } = rig();
    for (const id of ['a1', 'a2', 'a3']) mailbox.write(id, 'A');
    const heard: SyncProgress[] = [];
    await sync({ onProgress: (progress) => heard.push(progress) });
    expect(heard[0]).toEqual({ foldersDone: 0, foldersTotal: 2, contacts: 0 });
    expect(heard.at(-1)).toEqual({ foldersDone: 2, foldersTotal: 2, contacts: 3 });
  });

  it('has at most two requests under way', async () => {
    const { store, mailbox } = rig(['A', 'B', 'C', 'D', 'E']);
    let underWay = 0;
    let most = 0;
    await syncAll(store, {
      ...mailbox.remote,
      changesSince: async (...args) => {
        most = Math.max(most, underWay += 1);
        await new Promise((resolve) => { setTimeout(resolve, 1); });
        underWay -= 1;
        return mailbox.remote.changesSince(...args);
      },
    });
    expect(most).toBe(2);
  });

  it('keeps what came before a problem and goes on from there', async () => {
    const { store, mailbox, sync } = rig(['A']);
    for (let i = 0; i < 6; i += 1) mailbox.write(`a${i}`, 'A');
    const { changesSince } = mailbox.remote;
    let count = 0;
    mailbox.remote.changesSince = async (...args) => {
      if ((count += 1) === 3) mailbox.problems.push({ kind: 'offline' });
      return changesSince(...args);
    };
    expect(await sync()).toEqual({ ok: false, problem: { kind: 'offline' } });
    expect(await idsIn(store)).toHaveLength(4);
    mailbox.requests.length = 0;
    expect((await sync()).ok).toBe(true);
    expect(await idsIn(store)).toHaveLength(6);
    expect(mailbox.requests[0]).toBe('A 0:4');
  });

  it('is up to date after going on with an interrupted round, which tells only what was true when it began', async () => {
    const { store, mailbox, sync } = rig(['A']);
    for (let i = 0; i < 4; i += 1) mailbox.write(`a${i}`, 'A');
    const { changesSince } = mailbox.remote;
    // A round that is asked from a link says nothing of what happened since its first page.
    const endOfRound = mailbox.log('A').length;
    mailbox.remote.changesSince = async (folderId, from, signal) => {
      const page = await changesSince(folderId, from, signal);
      if (!page.ok || from === null || !('link' in from)) return page;
      const isLate = page.value.changes.filter((change) => mailbox.log('A').indexOf(change) >= endOfRound).length;
      return isLate === 0 ? page : { ok: true, value: { changes: page.value.changes.slice(0, -isLate), next: { kind: 'caughtUp', bookmark: `0:${endOfRound}` } } };
    };
    const stop = new AbortController();
    await sync({ signal: stop.signal, onProgress: ({ contacts }) => { if (contacts === 2) stop.abort(); } });
    expect((await store.folders())[0]).toMatchObject({ link: '0:2', syncedAt: null });
    mailbox.write('late', 'A');
    const done = await sync();
    expect([await idsIn(store), done.ok]).toEqual([['a0', 'a1', 'a2', 'a3', 'late'], true]);
    expect((await store.folders())[0]!.syncedAt).toBeGreaterThanOrEqual(done.ok ? done.value.when : Infinity);
  });

  it('says of a folder that it is known as it was when its round began, not when it ended', async () => {
    const { store, mailbox, sync } = rig(['A'], 1);
    for (let i = 0; i < 5; i += 1) mailbox.write(`a${i}`, 'A');
    const asked: number[] = [];
    let time = 100;
    const { changesSince } = mailbox.remote;
    mailbox.remote.changesSince = (...args) => {
      asked.push(time);
      return changesSince(...args);
    };
    await sync({ now: () => (time += 1) });
    expect(asked).toHaveLength(5);
    expect((await store.folders())[0]!.syncedAt).toBe(asked[0]);
  });

  it('reads a folder anew when its bookmark has expired, and lets go of what did not come again', async () => {
    const { store, mailbox, sync } = rig();
    for (const id of ['a1', 'a2', 'a3']) mailbox.write(id, 'A');
    await sync();
    mailbox.remove('a2');
    mailbox.expireBookmarks();
    expect((await sync()).ok).toBe(true);
    expect(await idsIn(store)).toEqual(['a1', 'a3']);
  });

  it('also when the place it stopped at in the middle has expired', async () => {
    const { store, mailbox, sync } = rig(['A'], 1);
    for (const id of ['a1', 'a2', 'a3']) mailbox.write(id, 'A');
    const { changesSince } = mailbox.remote;
    mailbox.remote.changesSince = async (id, from, signal) =>
      (from === null ? changesSince(id, from, signal) : { ok: false, problem: { kind: 'offline' } });
    await sync();
    mailbox.remote.changesSince = changesSince;
    mailbox.remove('a1');
    mailbox.expireBookmarks();
    expect((await sync()).ok).toBe(true);
    expect(await idsIn(store)).toEqual(['a2', 'a3']);
  });

  it('reports an expired bookmark that was never handed in, instead of asking for ever', async () => {
    const { mailbox, sync } = rig(['A']);
    mailbox.problems.push({ kind: 'bookmarkExpired' }, { kind: 'bookmarkExpired' });
    expect(await sync()).toEqual({ ok: false, problem: { kind: 'bookmarkExpired' } });
  });

  it('does not follow a server round in circles', async () => {
    const { store, mailbox } = rig(['A']);
    let asked = 0;
    const answer = await syncAll(store, {
      ...mailbox.remote,
      changesSince: async () => {
        asked += 1;
        return { ok: true, value: { changes: [], next: { kind: 'more', link: asked % 2 ? 'x' : 'y' } } };
      },
    });
    expect(answer).toEqual({ ok: false, problem: { kind: 'notUnderstood', from: 'graph' } });
    expect(asked).toBeLessThan(5);
  });

  it('goes on to the other folders when one alone makes trouble, and says so at the end', async () => {
    const { store, mailbox, sync } = rig();
    mailbox.write('b1', 'B');
    mailbox.problems.push({ kind: 'accessDenied' });
    expect(await sync()).toEqual({ ok: false, problem: { kind: 'accessDenied' } });
    expect(await idsIn(store)).toEqual(['b1']);
  });

  it('is not troubled by a folder deleted meanwhile', async () => {
    const { mailbox, sync } = rig();
    mailbox.problems.push({ kind: 'gone' });
    expect((await sync()).ok).toBe(true);
  });

  it('lets go of vanished folders with their contacts', async () => {
    const { store, mailbox, sync } = rig();
    mailbox.write('a1', 'A');
    mailbox.write('b1', 'B');
    await sync();
    mailbox.removeFolder('B');
    await sync();
    expect(await idsIn(store)).toEqual(['a1']);
  });

  it('asks nothing more once it was given up', async () => {
    const { mailbox, sync } = rig();
    for (let i = 0; i < 6; i += 1) mailbox.write(`a${i}`, 'A');
    const giveUp = new AbortController();
    const answer = await sync({ signal: giveUp.signal, onProgress: ({ contacts }) => { if (contacts > 0) giveUp.abort(); } });
    expect(answer).toEqual({ ok: false, problem: { kind: 'abandoned' } });
    expect(mailbox.requests.length).toBeLessThanOrEqual(3);
    expect(await sync({ signal: AbortSignal.abort() })).toEqual({ ok: false, problem: { kind: 'abandoned' } });
  });

  it('cuts large pages into slices and breathes between them; the place moves with the last', async () => {
    const { store, mailbox, sync } = rig(['A'], 1_000);
    for (let i = 0; i < 450; i += 1) mailbox.write(`a${i}`, 'A');
    const giveUp = new AbortController();
    let breaths = 0;
    await sync({ signal: giveUp.signal, breathe: async () => { if ((breaths += 1) === 4) giveUp.abort(); } });
    expect([await store.count(), (await store.folders())[0]?.bookmark]).toEqual([400, null]);
    await sync();
    expect([await store.count(), (await store.folders())[0]?.bookmark]).toEqual([450, '0:450']);
  });

  it('works beside another pane on the same store', async () => {
    const { store, mailbox, sync } = rig(['A', 'B', 'C'], 1);
    for (let i = 0; i < 12; i += 1) mailbox.write(`c${i}`, ['A', 'B', 'C'][i % 3] ?? 'A');
    expect((await Promise.all([sync(), sync()])).every(({ ok }) => ok)).toBe(true);
    expect(await idsIn(store)).toHaveLength(12);
  });
});
