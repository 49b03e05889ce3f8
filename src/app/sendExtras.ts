import type { Change, ExtraAct } from '#domain/change';
import type { ContactId } from '#domain/contact';
import { mergeCustom, sameExtra } from '#domain/extras';
import type { Extras } from '#domain/extras';
import { noFollowUp } from '#domain/followUp';
import type { Problem } from '#domain/problem';
import { ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { Settled } from '#store/journal';
import { failedToSend, notSent } from './sendTrouble.ts';
import type { ExtraCalls, Server } from './server.ts';

/**
 * Gives a contact another picture, flag or other custom fields. What was there is written down before anything is sent,
 * since the undo has no other place to take it from.
 */
export function sendExtra(server: Server, change: Change, act: ExtraAct, id: ContactId): Promise<Settled> {
  switch (act.of) {
    case 'photo': return send(server, photoCalls(server), change, act, id, act.after);
    case 'flag': return send(server, server.flag, change, act, id, act.after);
    case 'custom': return send(server, server.custom, change, act, id, act.after);
  }
}

async function send<A extends ExtraAct>(
  server: Server, calls: ExtraCalls<A['of']>, change: Change, act: A, id: ContactId, after: A['after'],
): Promise<Settled> {
  const there = await (calls.read as (id: ContactId) => Promise<Result<A['after'] | null>>)(id);
  if (!there.ok) {
    return there.problem.kind === 'gone' ? { state: 'refused', problem: there.problem, gone: id } : notSent(change, there.problem);
  }
  if (there.value === null && act.of !== 'photo') return { state: 'refused', problem: { kind: 'refused', code: `${act.of}NotOffered`, message: '' } };
  const had = there.value as A['after'];
  // Values that somebody gave to other fields stay, also where an answer was lost and nobody knows what was written.
  const wanted = act.of === 'custom' ? mergeCustom(act.before ?? {}, act.after, had as Extras['custom']) as A['after'] : after;
  // What changed nothing has nothing to take back, and what came after it stays.
  if (change.undoes !== null && sameExtra(act.before, after)) return { state: 'done', result: null };
  // An earlier sending got through and its answer did not. Whatever is said of it, none was made before `before` was written down.
  if (sameExtra(had, wanted) && act.before !== undefined) return act.of === 'photo' && had === null ? withoutPhoto(server, change, id) : { state: 'done', result: null };
  if (act.before === undefined || (!change.unsure && !sameExtra(had, act.before))) {
    return { state: 'waiting', problem: null, unsure: false, act: { ...act, before: had, after: wanted } as A };
  }
  const written = await (calls.write as (id: ContactId, value: unknown, had: unknown) => Promise<Result<null>>)(id, wanted, had);
  if (!written.ok) {
    return written.problem.kind === 'gone' ? { state: 'refused', problem: written.problem, gone: id } : failedToSend(change, written.problem);
  }
  return { state: 'done', result: null };
}

/** Graph answers alike where there is no picture and where there is nobody. (Facts: codes seen for a missing photo) */
async function withoutPhoto(server: Server, change: Change, id: ContactId): Promise<Settled> {
  const there = await server.getContact(id);
  if (there.ok) return { state: 'done', result: null };
  return there.problem.kind === 'gone' ? { state: 'refused', problem: there.problem, gone: id } : notSent(change, there.problem);
}

const photoCalls = (server: Server): ExtraCalls<'photo'> => ({
  read: server.getPhoto,
  write: (id, value) => (value === null ? server.removePhoto(id) : server.putPhoto(id, value)),
});

/**
 * All that hangs on a contact, to be kept before it is deleted or moved. A mailbox without flags has none to lose; any
 * other trouble is trouble: what could not be read would be lost.
 */
export async function readAllExtras(server: Server, id: ContactId): Promise<Result<Partial<Extras>>> {
  const [photo, flag, custom] = await Promise.all([server.getPhoto(id), server.flag.read(id), server.custom.read(id)]);
  if (!photo.ok && !isNotForThisAccount(photo.problem)) return photo;
  // Flags come from a version of Graph that may refuse for good; a contact must be deletable all the same.
  if (!flag.ok && !isRefused(flag.problem)) return flag;
  if (!custom.ok && !isRefused(custom.problem)) return custom;
  return ok({
    photo: photo.ok ? photo.value : null,
    ...(flag.ok && flag.value !== null ? { flag: flag.value } : {}),
    ...(custom.ok && custom.value !== null ? { custom: custom.value } : {}),
  });
}

const isRefused = ({ kind }: Problem): boolean => kind === 'refused' || kind === 'accessDenied';

/** Personal accounts have no pictures of contacts at all. (Graph permissions reference; microsoft-graph-docs issue 6418) */
const isNotForThisAccount = (problem: Problem): boolean =>
  problem.kind === 'refused' && (problem.code === 'NotImplemented' || problem.code === 'ConsumerPhotoIsNotSupported');

/** Hangs on a contact just made what another one had. What Graph does not offer here is passed over. */
export async function writeAllExtras(server: Server, id: ContactId, extras: Partial<Extras>): Promise<Result<null>> {
  if (extras.photo !== null && extras.photo !== undefined) {
    const put = await server.putPhoto(id, extras.photo);
    if (!put.ok) return put;
  }
  if (extras.custom !== undefined && Object.keys(extras.custom).length > 0) {
    const put = await server.custom.write(id, extras.custom, {});
    if (!put.ok) return put;
  }
  if (extras.flag !== undefined && !sameExtra(extras.flag, noFollowUp)) {
    const put = await server.flag.write(id, extras.flag, noFollowUp);
    if (!put.ok) return put;
  }
  return ok(null);
}

