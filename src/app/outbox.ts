import { isLocalId } from '#domain/change';
import type { Act, Change } from '#domain/change';
import type { ContactId, FolderId } from '#domain/contact';
import type { Problem } from '#domain/problem';
import type { Ended, Journal, Settled } from '#store/journal';
import { broughtBack } from './broughtBack.ts';
import { createCell } from './cell.ts';
import type { Cell } from './cell.ts';
import { pauseBefore } from './pauseBefore.ts';
import { sendChange } from './sendChange.ts';
import { passesByItself } from './sendTrouble.ts';
import type { Server } from './server.ts';

export type OutboxState = {
  readonly sending: boolean;
  /** What keeps changes from being sent; null when nothing does. */
  readonly problem: Problem | null;
};

export type OutboxPorts = {
  readonly journal: Journal;
  readonly server: Server;
  /** Tells this pane from others on the same store. */
  readonly me: string;
  /** The panes that are still there; null where the browser cannot tell, then only the clock does. */
  readonly alive?: () => Promise<ReadonlySet<string> | null>;
  /** So many changes are sent side by side; what they ask of Graph may travel together. Default 1. */
  readonly width?: number;
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
};

export type Outbox = {
  readonly state: Cell<OutboxState>;
  /** Sends what waits. Resolves when nothing is left that can be sent now. */
  run(): Promise<void>;
  /** Begins nothing more. Resolves when what is under way has its answer written down, so that no claim is left behind. */
  finish(): Promise<void>;
  stop(): void;
};

/** Longer than a request with all its patience takes; a pane that crashed lets go after this. */
const claimMs = 150_000;
const pausesMs = [3_000, 10_000, 30_000, 120_000] as const;
/** What passes by itself is waited for; about the rest the person may have done something meanwhile. */
const mayGoOn = (problem: Problem | null): boolean => problem === null || !passesByItself(problem);
/** A contact that Graph fails on so often must not hold up the others. */
const mostFailures = 4;

/**
 * Sends the journal's changes to Graph, those of one contact one after the other, and keeps at it through trouble that
 * passes.
 */
export function outbox(ports: OutboxPorts): Outbox {
  const { journal, server, me, width = 1 } = ports;
  const state = createCell<OutboxState>({ sending: false, problem: null });
  const failures = new Map<Change['id'], number>();
  let running: Promise<void> | null = null;
  let wanted = false;
  let stopped = false;
  let finishing = false;
  let pauses = 0;
  let cancelRetry = () => {};
  const ended: (Ended & { readonly resolve: () => void; readonly reject: (defect: unknown) => void })[] = [];
  let writing: Promise<void> | null = null;

  /** False when something stands in the way of everything. */
  async function sendAll(): Promise<boolean> {
    const underWay = new Set<Promise<void>>();
    let problem: Problem | null = null;
    /** What waits for a permission of its own: nothing else needs that, and goes on. */
    const heldUp = new Map<Change['id'], Problem>();
    const send = async (change: Change): Promise<void> => {
      const trouble = await sendAndSettle(change);
      if (trouble !== null && needsOwnPermission(change, trouble)) heldUp.set(change.id, trouble);
      else problem = trouble ?? problem;
    };
    while (!stopped) {
      if (problem === null && underWay.size < width && !finishing) {
        // A pane that was reloaded in the middle of sending left its claim behind; nobody has to wait until it runs out.
        const alive = (await ports.alive?.()) ?? null;
        const claimed = finishing ? [] : await journal.claimSeveral(me, ports.now(), claimMs, alive, width - underWay.size, new Set(heldUp.keys()));
        if (claimed.length > 0) state.set({ sending: true, problem: null });
        for (const change of claimed) {
          const work = send(change).finally(() => underWay.delete(work));
          underWay.add(work);
        }
      }
      if (underWay.size === 0) break;
      await Promise.race(underWay);
      // Those that ended together make room together, so that what comes next travels together as well.
      if (writing !== null) await writing;
    }
    if (stopped || finishing) return false;
    if (problem !== null) {
      state.set({ sending: false, problem });
      if (passesByItself(problem)) retryLater(problem);
      return false;
    }
    const [ownProblem] = heldUp.values();
    if (ownProblem !== undefined) {
      state.set({ sending: false, problem: ownProblem });
      return true;
    }
    // Another pane is at it, or was when it ended, or the storage that holds it does not work: look again later.
    if ((await journal.list()).some((one) => one.state === 'sending' || one.state === 'waiting')) retryLater();
    state.set({ sending: false, problem: null });
    return true;
  }

  /** Gives trouble with which the others would meet as well. */
  async function sendAndSettle(change: Change): Promise<Problem | null> {
    const outcome = givenUp(change, await sendOne(change));
    // Closed while waiting for Graph: whoever comes next takes the claim over and looks before sending.
    if (stopped) return null;
    await settle(change.id, outcome);
    if (outcome.state === 'waiting' && outcome.problem !== null) return outcome.problem;
    // One step of several is no success: what comes after it may fail again and again.
    if (outcome.state !== 'waiting') {
      failures.delete(change.id);
      pauses = 0;
    }
    return null;
  }

  /**
   * What ends while others are being written down is written down next, in one transaction: answers that came in one
   * envelope are one or two of them.
   */
  function settle(id: Change['id'], outcome: Settled): Promise<void> {
    return new Promise((resolve, reject) => {
      ended.push({ id, outcome, resolve, reject });
      writing ??= writeDown();
    });
  }

  async function writeDown(): Promise<void> {
    while (ended.length > 0) {
      const some = ended.splice(0);
      try {
        await journal.settleAll(me, some);
        for (const { resolve } of some) resolve();
      } catch (defect) {
        for (const { reject } of some) reject(defect);
      }
    }
    // At once, not when this promise is seen to have ended: what ends in between would wait for ever.
    writing = null;
  }

  async function sendOne(change: Change): Promise<Settled> {
    const { act } = change;
    if (act.kind === 'create') return sendCreate(change, act);
    const idNow = await journal.idNow(act.contactId);
    if (act.kind === 'delete') return sendDelete(change, act, idNow);
    if (act.kind === 'move') return sendMove(change, act, idNow, await journal.idNow(act.folderId));
    if (act.kind !== 'folder' || act.after === null) return sendChange(server, change, idNow);
    const parent = await journal.idNow(act.after.parentFolderId);
    return sendChange(server, change, idNow, parent === '' || isLocalId(parent) ? null : parent);
  }

  async function sendCreate(change: Change, act: Extract<Act, { kind: 'create' }>): Promise<Settled> {
    const deleted = change.unsure ? await deletedSince(change) : null;
    if (deleted !== null) return deleted;
    // The delete may have been on its way when it was taken back: what it wrote down last is what has to come back.
    const undone = change.undoes === null || act.restores === null ? null : await journal.get(change.undoes);
    const last = undone?.act.kind === 'delete' ? undone.act : null;
    const fresh = last === null ? act : { ...act, ...broughtBack(last) };
    const folder = fresh.folderId === null ? null : await journal.idNow(fresh.folderId);
    // A folder that was given up before it was made: the default folder takes the contact.
    const folderId = folder !== null && isLocalId(folder) ? null : folder;
    const idNow = act.restores === null ? act.contactId : await journal.idNow(act.restores);
    return sendChange(server, { ...change, act: { ...fresh, folderId } }, idNow, folderId);
  }

  /**
   * It arrived, and the contact was met as Graph has it and deleted before its answer was looked for: by a pane that could not
   * tell from where it comes, as its storage had failed (decision 18). It is not made again then. Null: nothing of the kind.
   */
  async function deletedSince({ id }: Change): Promise<Settled | null> {
    for (const { act, state: became } of await journal.list()) {
      if (act.kind !== 'delete' || act.madeBy !== id || became === 'undone' || became === 'dropped') continue;
      const there = await server.findMade('change', id);
      return there.ok && there.value.length === 0 ? { state: 'done', result: act.before, gone: act.before.id } : null;
    }
    return null;
  }

  /**
   * The contact was deleted as it stood in the old folder, by a pane whose storage had failed and that knew nothing of the move (decision
   * 18): then it was not we who took it away, and the copy has to go, too.
   */
  async function sendMove(change: Change, act: Extract<Act, { kind: 'move' }>, idNow: ContactId, folderId: FolderId): Promise<Settled> {
    // The whole journal is read for that only where it makes a difference.
    const isDeleted = async (): Promise<boolean> => act.copyId !== null && (await journal.list()).some(({ act: other, state: became, at }) =>
      other.kind === 'delete' && became === 'done' && other.before.id === act.contactId && at >= change.at);
    const asItWas = change.unsure && await isDeleted() ? { ...change, unsure: false } : change;
    const outcome = await sendChange(server, asItWas, idNow, folderId);
    return outcome.state === 'refused' && outcome.problem.kind === 'gone' && await isDeleted() ? { state: 'dropped', act: outcome.act ?? act } : outcome;
  }

  async function sendDelete(change: Change, act: Extract<Act, { kind: 'delete' }>, idNow: ContactId): Promise<Settled> {
    const outcome = await sendChange(server, change, idNow);
    if (outcome.state !== 'done' || outcome.act !== undefined) return outcome;
    // Gone before: if it was us, what that delete wrote down is newer than what the person saw, and has the picture.
    for (const { act: earlier, state: became } of await journal.list()) {
      if (earlier.kind === 'delete' && became === 'done' && earlier.contactId === idNow) return { ...outcome, act: { ...earlier, contactId: act.contactId } };
    }
    // Or somebody moved it, which is a copy and a delete: whoever brings it back has to look.
    return { ...outcome, act: { ...act, goneBefore: true } };
  }

  /** Server trouble with one contact again and again is for the person to look at, so that others can be sent. */
  function givenUp(change: Change, outcome: Settled): Settled {
    if (outcome.state !== 'waiting' || outcome.problem === null) return outcome;
    const { problem } = outcome;
    if (problem.kind !== 'serverTrouble' && problem.kind !== 'notUnderstood' && problem.kind !== 'changedElsewhere') return outcome;
    const count = (failures.get(change.id) ?? 0) + 1;
    failures.set(change.id, count);
    return count < mostFailures ? outcome : { state: 'refused', problem, unsure: outcome.unsure, ...(outcome.act ? { act: outcome.act } : {}) };
  }

  function retryLater(problem: Problem | null = null): void {
    cancelRetry();
    cancelRetry = ports.after(pauseBefore(pausesMs, pauses, problem), () => void run());
    pauses += 1;
  }

  async function run(): Promise<void> {
    if (stopped || finishing) return;
    if (running !== null) {
      wanted = true;
      return running;
    }
    cancelRetry();
    running = (async () => {
      let isClear: boolean;
      do {
        wanted = false;
        isClear = await sendAll();
      } while (wanted && !stopped && !finishing && (isClear || mayGoOn(state.get().problem)));
    })();
    try {
      await running;
    } finally {
      running = null;
    }
  }

  return {
    state,
    run,
    async finish() {
      finishing = true;
      cancelRetry();
      await running;
      stopped = true;
    },
    stop() {
      stopped = true;
      cancelRetry();
    },
  };
}

/** The list of categories belongs to the mailbox's settings, for which the person is asked apart from the contacts. */
const needsOwnPermission = ({ act }: Change, { kind }: Problem): boolean =>
  act.kind === 'category' && (kind === 'signInNeeded' || kind === 'signInCancelled' || kind === 'signInWindow' || kind === 'adminConsentNeeded');
