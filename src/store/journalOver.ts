import type { Act, Change } from '#domain/change';
import { isLocalId, isPending, mayBeGivenUp } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { Backing, Rows } from './backing.ts';
import type { ChangeRow } from './changeRows.ts';
import type { ChangeNews } from './changeNews.ts';
import { inOrder } from './changeRows.ts';
import { decidedAs, givenUp, halfMoved, moved, settledAs } from './changeMoves.ts';
import { followUp } from './followUp.ts';
import type { Journal } from './journal.ts';
import { putJustGone, readJustGone } from './justGone.ts';
import { readIdNow, readLeads } from './readLeads.ts';
import { follow, pendingOrder, toSend } from './pendingOrder.ts';
import { readTwins } from './twins.ts';

/** What the journal promises, over any place that keeps rows. */
export function journalOver(backing: Backing, news: ChangeNews, now: () => number): Journal {
  const tell = (ids: readonly ContactId[]): void => news.tell({ ids: [...new Set(ids)], journal: true });

  /** `work` answers with what it gives and whose contact looks otherwise for it; without the latter nothing was written. */
  async function write<T>(work: (rows: Rows) => Promise<{ readonly value: T; readonly touched?: readonly ContactId[] } | null>): Promise<T | null> {
    const done = await backing.transact('write', work);
    if (done === null) return null;
    if (done.touched) tell(done.touched);
    return done.value;
  }

  const claimSeveral: Journal['claimSeveral'] = async (by, at, forMs, alive, most, heldUp) => (await write(async (rows) => {
    const [pending, ids] = await Promise.all([rows.pendingChanges(), rows.ids()]);
    const chosen = toSend(pendingOrder(pending, ids), at, alive, most, heldUp);
    if (chosen.length === 0) return null;
    const claimed = chosen.map(({ change }): Change => ({
      ...(change.state === 'sending' ? { ...change, unsure: true } : moved(change, 'sending')),
      claim: { by, until: at + forMs }, problem: null,
    }));
    chosen.forEach((row, n) => rows.putChange({ ...row, change: claimed[n] ?? row.change }));
    return { value: claimed, touched: claimed.flatMap(mayUnfold) };
  })) ?? [];

  const settleAll: Journal['settleAll'] = async (by, ended) => (await write(async (rows) => {
    const found = await Promise.all(ended.map(({ id }) => rows.change(id)));
    const settled = ended.map(({ outcome }, n) => {
      const row = found[n] ?? null;
      return row?.change.state === 'sending' && row.change.claim?.by === by ? { row, outcome, change: settledAs(row.change, outcome) } : null;
    });
    if (settled.every((one) => one === null)) return null;
    const [pending, ids, goneBefore] = await Promise.all([rows.pendingChanges(), rows.ids(), readJustGone(rows)]);
    const [leads, order] = [new Map(ids.map(({ id, now: next }) => [id, next])), pendingOrder(pending, ids)];
    const gone: ContactId[] = [];
    const touched: ContactId[] = [];
    for (const one of settled) {
      if (one === null) continue;
      const { row, outcome, change } = one;
      touched.push(...('act' in outcome || outcome.state === 'done' ? touchedBy(change.act, leads) : mayUnfold(change)));
      if (outcome.state === 'done') touched.push(...await followUp.done(rows, { before: row, change, order, leads, now: now() }));
      rows.putChange({ ...row, change });
      if ('gone' in outcome && outcome.gone !== undefined) {
        rows.removeContact(outcome.gone);
        gone.push(outcome.gone);
      }
    }
    if (gone.length > 0) putJustGone(rows, goneBefore, gone, now());
    return { value: settled.map((one) => one?.change ?? null), touched: [...touched, ...gone] };
  })) ?? ended.map(() => null);

  const decideAll: Journal['decideAll'] = async (ids, decision) => (ids.length === 0 ? null : await write(async (rows) => {
    const found = (await Promise.all(ids.map((id) => rows.change(id)))).filter((row) => row !== null);
    const leads = await readLeads(rows);
    if (decision.kind === 'tryAgain') {
      const decided = found.map((row) => ({ row, next: decidedAs(row.change, decision) }));
      const moving = decided.filter(({ row, next }) => next !== row.change);
      for (const { row, next } of moving) rows.putChange({ ...row, change: next });
      return { value: decided.map(({ next }) => next), ...(moving.length === 0 ? {} : { touched: moving.flatMap(({ next }) => touchedBy(next.act, leads)) }) };
    }
    // Graph may have it already: taking that back takes an undo of its own.
    const half = found.filter(({ change }) => halfMoved(change));
    const droppable = found.filter((row) => mayBeGivenUp(row.change) && !(row.change.state === 'waiting' && row.change.unsure) && !half.includes(row));
    if (droppable.length + half.length === 0) return { value: found.map(({ change }) => change) };
    const dropped = followUp.dropped(rows, droppable, pendingOrder(await rows.pendingChanges(), await rows.ids()));
    const ended = new Map([...dropped.map((change) => [change.id, moved(change, 'dropped')] as const), ...half.map(({ id, change }) => [id, givenUp(change)] as const)]);
    for (const row of half) rows.putChange({ ...row, change: ended.get(row.id) ?? row.change });
    return {
      value: found.map(({ change }) => ended.get(change.id) ?? change),
      touched: [...dropped, ...half.map(({ change }) => change)].flatMap(({ act }) => touchedBy(act, leads)),
    };
  })) ?? [];

  return {
    async record(changes) {
      const copies = JSON.parse(JSON.stringify(changes)) as Change[];
      await write(async (rows) => {
        const [there, undone, pending, last, ids] = await Promise.all([
          Promise.all(copies.map(({ id }) => rows.change(id))),
          Promise.all(copies.map(({ undoes }) => (undoes === null ? null : rows.change(undoes)))),
          rows.pendingChanges(), rows.lastSeq(), rows.ids(),
        ]);
        const leads = new Map(ids.map(({ id, now: next }) => [id, next]));
        const twins = await readTwins(rows, pending, ids);
        const takenBack = new Set(pending.flatMap(({ change: { undoes } }) => undoes ?? []));
        const fresh = copies.filter(({ undoes }, i) => {
          // Written down twice is done once.
          if ((there[i] ?? null) !== null) return false;
          if (undoes === null) return true;
          const state = undone[i]?.change.state;
          if (takenBack.has(undoes) || state === 'undone' || state === 'dropped') return false;
          takenBack.add(undoes);
          return true;
        });
        if (fresh.length === 0) return null;
        const stored = fresh.map((change) => {
          const { contactId } = change.act;
          // Made in a pane that had not heard yet of the id that Graph has given, or of a create that is being looked for:
          // then it waits for that one.
          const meant = twins.get(contactId) ?? (isLocalId(contactId) ? follow(leads, contactId) : contactId);
          return change.act.kind === 'create' ? change : { ...change, act: { ...change.act, contactId: meant } };
        });
        stored.forEach((change, i) => rows.putChange({ id: change.id, seq: last + 1 + i, change }));
        return { value: null, touched: [...fresh, ...stored].flatMap(({ act }) => touchedBy(act, leads)) };
      });
    },

    claim: async (by, at, forMs, alive = null) => (await claimSeveral(by, at, forMs, alive, 1))[0] ?? null,
    claimSeveral,

    settle: async (id, by, outcome) => (await settleAll(by, [{ id, outcome }]))[0] ?? null,
    settleAll,

    async decide(id, decision) {
      if (decision.kind !== 'resolve') return (await decideAll([id], decision))[0] ?? null;
      return write(async (rows) => {
        const row = await rows.change(id);
        if (row === null) return null;
        const next = decidedAs(row.change, decision);
        if (next === row.change) return { value: next };
        rows.putChange({ ...row, change: next });
        return { value: next, touched: touchedBy(next.act, await readLeads(rows)) };
      });
    },
    decideAll,

    get: (id) => backing.transact('read', async (rows) => (await rows.change(id))?.change ?? null),
    list: async () => inOrder(await backing.transact('read', (rows) => rows.changes())).map(({ change }) => change).reverse(),

    async prune(before, keep) {
      await write(async (rows) => {
        const all = inOrder(await rows.changes()).reverse();
        const old = new Set(outlived(all, before, keep));
        for (const { id } of old) rows.removeChange(id);
        // Ids that no change names any more may still be in somebody's hands for a while.
        const ids = await rows.ids();
        const leads = new Map(ids.map(({ id, now: next }) => [id, next]));
        const named = new Set(all.filter((row) => !old.has(row)).flatMap(({ change: { act, result } }) =>
          [...touchedBy(act, new Map()), ...(result ? [result.id] : [])]));
        for (const id of named) {
          const next = leads.get(id);
          if (next !== undefined) named.add(next);
        }
        for (const row of ids) if (row.at < before && !named.has(row.id)) rows.removeId(row.id);
        return old.size > 0 ? { value: null, touched: [] } : null;
      });
    },

    idNow: (id) => backing.transact('read', (rows) => readIdNow(rows, id)),
    onChange: (listener) => news.listenToJournal(listener),
  };
}

/** Whether a create or move is under way decides whether what sync brings is shown as what it makes; see `readTwins`. */
const mayUnfold = ({ act }: Change): ContactId[] => (act.kind === 'create' ? [act.contactId]
  : act.kind === 'move' ? [act.contactId, ...(act.copyId === null ? [] : [act.copyId])] : []);

/** However many acts are kept: each reading of the journal reads all of it. */
const mostChanges = 5_000;

/** What was done in one go stays, or goes, in one: half of it could not be taken back. `all`: the newest first. */
function outlived(all: readonly ChangeRow[], before: number, keep: number): readonly ChangeRow[] {
  const groups = new Map<string, ChangeRow[]>();
  for (const row of all) {
    const group = groups.get(row.change.group);
    if (group) group.push(row);
    else groups.set(row.change.group, [row]);
  }
  let [acts, changes] = [0, 0];
  return [...groups.values()].flatMap((group) => {
    const isOpen = group.some(({ change }) => isPending(change));
    const isOld = !isOpen && (acts >= keep || changes >= mostChanges || group.every(({ change }) => change.at < before));
    if (!isOpen) acts += 1;
    changes += group.length;
    return isOld ? group : [];
  });
}

/** Every id under which somebody may be looking at the contact of this act. */
function touchedBy(act: Act, leads: ReadonlyMap<ContactId, ContactId>): ContactId[] {
  const named = (act.kind === 'create' || act.kind === 'folder') && act.restores !== null ? [act.contactId, act.restores] : [act.contactId];
  return named.flatMap((id) => [id, follow(leads, id)]);
}
