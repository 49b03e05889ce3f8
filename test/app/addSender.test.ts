import { addSender } from '#app/addSender';
import type { AddSenderPorts } from '#app/addSender';
import { createCell } from '#app/cell';
import type { PeopleState, Verdict } from '#app/lookUpPeople';
import type { Change } from '#domain/change';
import type { Contact } from '#domain/contact';
import { draftFromPerson } from '#domain/contactDraft';
import { failed, ok } from '#domain/result';

const anna = { name: 'Anna Ek', address: 'anna@x.example', roles: ['from'] as const, response: 'none' as const };
const other = { ...anna, address: 'bo@x.example', name: 'Bo', roles: ['to'] as const };
const made = { ...draftFromPerson(anna), id: 'local:1' } as unknown as Contact;

function shown(verdict: Verdict, standing: 'person' | 'self' | 'machine' = 'person'): PeopleState {
  const row = (person: typeof anna | typeof other, its: Verdict) => ({ id: person.address, person, standing, verdict: its });
  return {
    phase: 'shown', leaving: false, rows: [row(other, { kind: 'stranger' }), row(anna, verdict)],
    item: { key: 1, kind: 'messageRead', subject: '', people: [other, anna], mayHaveMore: false },
  };
}

function ports(people: PeopleState, more: Partial<AddSenderPorts> = {}) {
  const state = createCell<PeopleState>(people);
  const changes = createCell<readonly Change[]>([]);
  const create = jest.fn(() => Promise.resolve(made));
  /** What became of the change, as the journal tells. */
  const become = (its: Partial<Change>) => changes.set([{ act: { kind: 'create', contactId: 'local:1' }, state: 'waiting', problem: null, ...its } as Change]);
  const all: AddSenderPorts = {
    people: state, changes, create, mailboxProblem: null, storage: 'disk', lookMs: 50, sendMs: 50,
    sync: createCell({ phase: 'resting' as const, lastAt: null, progress: null, problem: null, waitingUntil: null }),
    readSender: () => Promise.resolve(ok(anna)),
    holderOf: () => Promise.resolve(null),
    after: (ms, run) => { const timer = setTimeout(run, ms); return () => clearTimeout(timer); },
    ...more,
  };
  return { all, state, create, become };
}
const stranger: Verdict = { kind: 'stranger' };

it('saves the sender, and waits for Graph', async () => {
  const { all, create, become } = ports(shown(stranger));
  create.mockImplementation(() => { setTimeout(() => become({ state: 'done' }), 10); return Promise.resolve(made); });
  expect(await addSender(all)).toEqual({ kind: 'added', name: 'Anna Ek' });
  expect(create).toHaveBeenCalledWith(expect.objectContaining({ emailAddresses: [{ name: 'Anna Ek', address: 'anna@x.example' }] }), null);
});

it('waits until it is clear who the sender is', async () => {
  const { all, state, become } = ports(shown({ kind: 'looking' }));
  setTimeout(() => { state.set(shown(stranger)); become({ state: 'done' }); }, 10);
  expect((await addSender(all)).kind).toBe('added');
});

it.each([
  ['known', shown({ kind: 'known', contact: made }), 'alreadyThere'],
  ['several', shown({ kind: 'several', contacts: [made, made] }), 'unclear'],
  ['likely', shown({ kind: 'likely', contacts: [made], because: 'sameName' }), 'unclear'],
  ['oneself', shown(stranger, 'self'), 'nobody'],
  ['a machine', shown(stranger, 'machine'), 'nobody'],
  ['not to be known in time', shown({ kind: 'looking' }), 'problem'],
  ['not to be known', shown({ kind: 'unsure' }), 'problem'],
] as const)('saves nobody who is %s', async (_what, people, kind) => {
  const { all, create } = ports(people);
  expect((await addSender(all)).kind).toBe(kind);
  expect(create).not.toHaveBeenCalled();
});

it('saves nobody where nothing is open, or Outlook does not say', async () => {
  const empty = ports({ phase: 'noItem' }, { readSender: () => Promise.resolve(ok(null)) });
  expect(await addSender(empty.all)).toEqual({ kind: 'nobody' });
  const silent = ports({ phase: 'reading' }, { readSender: () => Promise.resolve(failed({ kind: 'noAnswer', from: 'outlook' })) });
  expect((await addSender(silent.all)).kind).toBe('problem');
});

it('never saves the sender of the message before', async () => {
  const next = { ...anna, name: 'Cem', address: 'cem@x.example' };
  const late = ports(shown(stranger), { readSender: () => Promise.resolve(ok(next)) });
  expect((await addSender(late.all)).kind).toBe('problem');
  expect(late.create).not.toHaveBeenCalled();
  const leaving = ports({ ...shown(stranger), leaving: true } as PeopleState);
  expect((await addSender(leaving.all)).kind).toBe('problem');
  expect(leaving.create).not.toHaveBeenCalled();
});

it('saves nobody whom the other press of the button has just saved', async () => {
  const { all, create } = ports(shown(stranger), { holderOf: () => Promise.resolve(made) });
  expect((await addSender(all)).kind).toBe('alreadyThere');
  expect(create).not.toHaveBeenCalled();
});

it('asks nobody in a mailbox that has no contacts on Graph', async () => {
  const { all } = ports(shown(stranger), { mailboxProblem: { kind: 'mailboxUnsupported' } });
  expect(await addSender(all)).toEqual({ kind: 'problem', problem: { kind: 'mailboxUnsupported' } });
});

it('says that it is only written down when Graph does not take it yet, and only where it outlives the page', async () => {
  const kept = ports(shown(stranger));
  kept.become({ state: 'waiting', problem: { kind: 'offline' } });
  expect((await addSender(kept.all)).kind).toBe('willBeAdded');
  const lost = ports(shown(stranger), { storage: 'memory' });
  lost.become({ state: 'waiting', problem: { kind: 'offline' } });
  expect(await addSender(lost.all)).toEqual({ kind: 'problem', problem: { kind: 'offline' } });
  const refused = ports(shown(stranger));
  refused.become({ state: 'refused', problem: { kind: 'accessDenied' } });
  expect(await addSender(refused.all)).toEqual({ kind: 'problem', problem: { kind: 'accessDenied' } });
});
