import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import type { Act, Change, ChangeId } from '#domain/change';
import { isPending, withChanges } from '#domain/change';
import type { Contact, ContactId, ContactPatch } from '#domain/contact';
import { contactKeys } from '#domain/match';
import type { ContactStore } from '#store/contactStore';
import { memoryStore } from '#store/memoryStore';
import { openStore } from '#store/openStore';
import { answered, creating, deleting, made, named, updating } from '../suites/madeChanges';
import { contact, folder } from '../support/storedContacts';

/**
 * What the store promises of the journal, in the plainest way: one list of changes in order, one map of what the
 * server has, one of what an id leads to; nothing is grouped, indexed, cached or written down.
 */
function model() {
  const rows = new Map<ContactId, Contact>();
  const leads = new Map<ContactId, ContactId>();
  let changes: Change[] = [];
  const set = (id: ChangeId, to: Partial<Change>): void => { changes = changes.map((change) => (change.id === id ? { ...change, ...to } : change)); };
  const end = (id: ContactId, by: ReadonlyMap<ContactId, ContactId> = leads): ContactId => (by.has(id) ? end(by.get(id) ?? id, by) : id);

  /** Everything pending applied one after the other; on the way, whose turn it is and whom each change is about. */
  function play(now = 0) {
    const [there, by] = [new Map(rows), new Map(leads)];
    const [busy, stuck] = [new Set<ContactId>(), new Set<ContactId>()];
    const about = new Map<ChangeId, ContactId>();
    const making = new Set<ContactId>();
    let next: ChangeId | null = null;
    for (const change of changes.filter(isPending)) {
      const { act } = change;
      const id = end(act.contactId, by);
      const old = act.kind === 'create' && act.restores !== null ? end(act.restores, by) : id;
      const isFree = change.state === 'waiting' || (change.state === 'sending' && (change.claim?.until ?? 0) <= now);
      // What waits for the person holds up its own kind alone.
      const isStuck = act.kind === 'update' && (stuck.has(id) || change.state === 'refused' || change.state === 'disputed');
      if (isFree && !isStuck && !busy.has(id) && !busy.has(old)) next ??= change.id;
      if (isStuck) stuck.add(id);
      else busy.add(id).add(old);
      about.set(change.id, id);
      if (act.kind === 'create') {
        // Somebody brought back twice is one person, as they were brought back first and changed since.
        const twice = making.has(old) && old !== id ? there.get(old) : undefined;
        if (twice) there.set(id, { ...twice, id });
        if (making.has(old) && old !== id) there.delete(old);
        making.add(id);
      }
      const after = withChanges(there.get(id) ?? null, [change]);
      if (after) there.set(id, after);
      else there.delete(id);
      if (old !== id) by.set(old, id);
    }
    return { there, by, next, about };
  }

  return {
    rows, play, end,
    all: () => changes,
    record(change: Change): void {
      const undone = changes.find(({ id }) => id === change.undoes);
      const isOver = undone?.state === 'undone' || undone?.state === 'dropped';
      if (undone && (isOver || changes.some((one) => isPending(one) && one.undoes === undone.id))) return;
      changes = [...changes, change];
    },
    claim(by: string, now: number): ChangeId | null {
      const { next } = play(now);
      const change = changes.find(({ id }) => id === next);
      if (change) set(change.id, { state: 'sending', unsure: change.unsure || change.state === 'sending', claim: { by, until: now + 10 }, problem: null });
      return next;
    },
    done(change: Change, result: Contact | null, gone: ContactId | null): void {
      const { act } = change;
      if (result) rows.set(result.id, result);
      if (gone !== null) rows.delete(gone);
      set(change.id, { state: 'done', claim: null, unsure: false });
      if (act.kind === 'create' && result) {
        for (const from of [act.contactId, ...(act.restores === null ? [] : [act.restores, end(act.restores)])]) leads.set(from, result.id);
      }
      const undone = changes.find(({ id }) => id === change.undoes);
      if (undone?.state === 'done') set(undone.id, { state: 'undone' });
      const redone = changes.find(({ id }) => id === undone?.undoes);
      if (redone?.state === 'undone') set(redone.id, { state: 'done' });
    },
    drop(id: ChangeId): void {
      const change = changes.find((one) => one.id === id);
      if (!change || !isPending(change) || change.state === 'sending' || (change.state === 'waiting' && change.unsure)) return;
      const { about } = play();
      const dropped = new Set([id]);
      const unmade = new Set(change.act.kind === 'create' ? [about.get(id)] : []);
      for (const later of changes.slice(changes.indexOf(change) + 1).filter(isPending)) {
        if (!unmade.has(about.get(later.id)) && !dropped.has(later.undoes ?? '')) continue;
        dropped.add(later.id);
        if (later.act.kind === 'create') unmade.add(about.get(later.id));
      }
      for (const one of dropped) set(one, { state: 'dropped', claim: null });
    },
    set,
  };
}

const names = ['ana', 'bob', 'eve'] as const;
const oneOf = (...what: string[]) => fc.record({ do: fc.constantFrom(...what), who: fc.nat(9) });
const step = fc.oneof(
  { weight: 4, arbitrary: oneOf('create', 'update', 'delete', 'restore', 'undo', 'stale') },
  { weight: 4, arbitrary: oneOf('send', 'send', 'send', 'claim', 'claim', 'late') },
  { weight: 3, arbitrary: oneOf('done', 'done', 'offline', 'refused', 'disputed', 'stranger') },
  { weight: 2, arbitrary: oneOf('drop', 'drop', 'tryAgain', 'resolve', 'reopen', 'look', 'sync', 'vanish') },
);

async function follows(open: () => Promise<ContactStore>, panes: ContactStore[], steps: readonly { readonly do: string; readonly who: number }[]): Promise<void> {
  const expected = model();
  let [count, time] = [0, 0];
  const fresh = (): string => { count += 1; return `w${count}x`; };
  const pick = <T>(list: readonly T[], who: number): T | undefined => list[who % Math.max(1, list.length)];
  const ids = (): ContactId[] => [...new Set([...names, ...expected.all().flatMap(({ act }) => [act.contactId]), ...expected.rows.keys()])];

  async function record(pane: ContactStore, act: Act, undoes: ChangeId | null = null): Promise<void> {
    const change = made(`c${count += 1}`, act, { at: time, undoes });
    // A late name of ours is known at once by the id Graph has given.
    const contactId = act.kind !== 'create' && act.contactId.startsWith('local:') ? expected.end(act.contactId) : act.contactId;
    await pane.journal.record([change]);
    expected.record({ ...change, act: { ...act, contactId } as Act });
  }

  async function compare(pane: ContactStore): Promise<void> {
    const { there, by } = expected.play();
    const order = (a: Contact, b: Contact): number => (a.id < b.id ? -1 : 1);
    const all = [...there.values()].sort(order);
    expect([...await pane.search('', 99)].sort(order)).toEqual(all);
    const keys = [...new Set([...all, ...expected.rows.values()].flatMap(contactKeys))];
    for (const key of keys) {
      expect([...await pane.lookUp([key])].sort(order)).toEqual(all.filter((one) => contactKeys(one).includes(key)));
    }
    for (const id of ids()) {
      let [at, found]: [ContactId | undefined, Contact | null] = [id, null];
      for (; at !== undefined && found === null; at = by.get(at)) found = there.get(at) ?? null;
      expect(await pane.get(id)).toEqual(found);
      expect(await pane.journal.idNow(id)).toBe(expected.end(id));
    }
    expect(await pane.count()).toBe(expected.rows.size);
    expect((await pane.journal.list()).map(({ id, state, unsure, act }) => ({ id, state, unsure, contactId: act.contactId })).reverse())
      .toEqual(expected.all().map(({ id, state, unsure, act }) => ({ id, state, unsure, contactId: act.contactId })));
  }

  for (const { do: what, who } of steps) {
    time += 1;
    const pane = panes[who % panes.length] ?? panes[0];
    if (!pane) return;
    const { there } = expected.play();
    const known = pick([...there.values()], who);
    const claimed = what === 'send' ? (await pane.journal.claim('me', time, 10))?.id ?? null : null;
    if (what === 'send') expect(claimed).toBe(expected.claim('me', time));
    const sending = expected.all().find(({ id, state }) => (claimed === null ? state === 'sending' : id === claimed));
    const decidable = pick(expected.all(), who);
    switch (what) {
      case 'create':
        await record(pane, creating(fresh(), named(`New ${fresh()}`)));
        break;
      case 'update':
        if (known) await record(pane, updating(known, who % 2 ? { displayName: `Name ${fresh()}` } : { jobTitle: fresh() } satisfies ContactPatch));
        break;
      case 'stale':
        await record(pane, updating(contact(pick(ids(), who) ?? 'ana'), { jobTitle: fresh() }));
        break;
      case 'delete':
        if (known) await record(pane, deleting(known));
        break;
      case 'restore': {
        const gone = pick(expected.all().filter(({ act, state }) => act.kind === 'delete' && state !== 'dropped'), who);
        if (gone) await record(pane, creating(fresh(), named(`Back ${fresh()}`), { restores: gone.act.contactId }), gone.id);
        break;
      }
      case 'undo': {
        const updates = expected.all().filter(({ act, state }) => act.kind === 'update' && state !== 'dropped');
        const gone = pick(updates.reverse(), Math.floor(who / 3));
        if (gone) await record(pane, { ...gone.act, patch: { nickName: fresh() } } as Act, gone.id);
        break;
      }
      case 'sync':
      case 'vanish': {
        const id = pick([...names, ...expected.rows.keys()], who) ?? 'ana';
        const { id: _id, ...fields } = { ...contact(id, { modified: time }), displayName: `Server ${fresh()}` };
        await pane.applyPage({
          folderId: 'A', from: null, at: time, next: null,
          changes: [what === 'sync' ? { kind: 'changed', id, fields } : { kind: 'removed', id }],
        });
        if (what === 'sync') expected.rows.set(id, { ...fields, id });
        else expected.rows.delete(id);
        break;
      }
      case 'late':
        time += who % 2 ? 20 : 8;
        break;
      case 'claim':
        expect((await pane.journal.claim('me', time, 10))?.id ?? null).toBe(expected.claim('me', time));
        break;
      case 'send':
      case 'done': {
        if (!sending || (what === 'send' && claimed === null)) break;
        const id = expected.end(sending.act.contactId);
        const result = sending.act.kind === 'create' ? answered(`r${fresh()}`, sending.act.fields, time)
          : sending.act.kind === 'update' ? { ...contact(id, { modified: time }), ...withChanges(expected.rows.get(id) ?? contact(id), [sending]), lastModifiedDateTime: new Date(Date.UTC(2026, 0, 1) + time * 1000).toISOString() }
            : null;
        const gone = sending.act.kind === 'delete' ? id : null;
        await pane.journal.settle(sending.id, 'me', { state: 'done', result, ...(gone === null ? {} : { gone }) });
        expected.done(sending, result, gone);
        // Ours became Graph's in what waits behind.
        if (result) for (const { id: later, act } of expected.all().filter(isPending)) {
          if (sending.act.kind === 'create' && act.kind !== 'create' && act.contactId === sending.act.contactId) expected.set(later, { act: { ...act, contactId: result.id } });
        }
        break;
      }
      case 'offline':
        if (!sending) break;
        await pane.journal.settle(sending.id, 'me', { state: 'waiting', problem: { kind: 'offline' }, unsure: true });
        expected.set(sending.id, { state: 'waiting', unsure: true, claim: null, problem: { kind: 'offline' } });
        break;
      case 'refused':
        if (!sending) break;
        await pane.journal.settle(sending.id, 'me', { state: 'refused', problem: { kind: 'accessDenied' } });
        expected.set(sending.id, { state: 'refused', claim: null });
        break;
      case 'disputed':
        if (sending?.act.kind !== 'update') break;
        await pane.journal.settle(sending.id, 'me', { state: 'disputed', dispute: { theirs: sending.act.before, fields: ['jobTitle'] } });
        expected.set(sending.id, { state: 'disputed', claim: null });
        break;
      case 'stranger':
        if (sending) expect(await pane.journal.settle(sending.id, 'somebody else', { state: 'waiting', problem: null, unsure: false })).toBeNull();
        break;
      case 'drop':
        if (!decidable) break;
        await pane.journal.decide(decidable.id, { kind: 'drop' });
        expected.drop(decidable.id);
        break;
      case 'tryAgain':
        if (!decidable) break;
        await pane.journal.decide(decidable.id, { kind: 'tryAgain' });
        if (decidable.state === 'refused') expected.set(decidable.id, { state: 'waiting' });
        break;
      case 'resolve': {
        if (decidable?.act.kind !== 'update') break;
        const act = { ...decidable.act, patch: { jobTitle: fresh() } };
        await pane.journal.decide(decidable.id, { kind: 'resolve', act });
        if (decidable.state === 'disputed' || decidable.state === 'refused') expected.set(decidable.id, { state: 'waiting', act });
        break;
      }
      case 'reopen':
        if (panes.length === 1) break;
        pane.close();
        panes[panes.indexOf(pane)] = await open();
        break;
      default:
        await compare(pane);
    }
  }
  for (const pane of panes) await compare(pane);
}

const schedules = fc.array(step, { minLength: 5, maxLength: 70, size: 'max' });

describe('whatever is done, sent, answered, given up and synced in whatever order', () => {
  it('the store in memory shows what the server told with the pending changes laid over it in order', async () => {
    await fc.assert(fc.asyncProperty(schedules, async (steps) => {
      const store = memoryStore(() => 1);
      await store.setFolders([folder('A', true)]);
      await follows(async () => store, [store], steps);
      store.close();
    }), { numRuns: 300 });
  }, 60_000);

  it('so do two panes on one database that open and close in between', async () => {
    await fc.assert(fc.asyncProperty(schedules, async (steps) => {
      const factory = new IDBFactory();
      const open = async () => (await openStore({
        mailbox: 'law@x.example', indexedDB: factory, broadcast: false, now: () => 1, timeoutMs: 10_000,
      })).store;
      const panes = [await open(), await open()];
      await panes[0]?.setFolders([folder('A', true)]);
      await follows(open, panes, steps);
      for (const pane of panes) {
        expect(pane.kind).toBe('disk');
        pane.close();
      }
    }), { numRuns: 25 });
  }, 60_000);
});
