import { draftFromPerson } from '#domain/contactDraft';
import type { Change } from '#domain/change';
import { foldAddress } from '#domain/normalize';
import type { PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { PeopleState, PersonRow } from './lookUpPeople.ts';
import type { Cell } from './cell.ts';
import type { Services } from './services.ts';

export type AddSenderOutcome =
  /** Graph has the contact. */
  | { readonly kind: 'added'; readonly name: string }
  /** Written down on this device; it is sent as soon as that is possible, by this page or by the pane. */
  | { readonly kind: 'willBeAdded'; readonly name: string }
  | { readonly kind: 'alreadyThere'; readonly name: string }
  /** A contact of the same name, or several with the address: a person has to look. */
  | { readonly kind: 'unclear'; readonly name: string }
  /** No sender, oneself, or a machine. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'problem'; readonly problem: Problem };

export type AddSenderPorts = Pick<Services, 'people' | 'sync' | 'changes' | 'create' | 'holderOf' | 'storage' | 'mailboxProblem'> & {
  /** Who sent the message that is open now; null when nobody did. Hosts may keep the page from one message to the next. */
  readonly readSender: () => Promise<Result<PersonOnItem | null>>;
  readonly after: (ms: number, run: () => void) => () => void;
  /** Until when it has to be clear who the sender is. Default 20 s. */
  readonly lookMs?: number;
  /** How long to wait for Graph once it is written down. Default 10 s. */
  readonly sendMs?: number;
};

/**
 * Saves the sender of the open message as one click in the pane would: through the same journal, so that it can be taken
 * back there. Nobody is saved twice, and nobody is saved of whom it is not certain that they are new.
 */
export async function addSender(ports: AddSenderPorts): Promise<AddSenderOutcome> {
  if (ports.mailboxProblem !== null) return { kind: 'problem', problem: ports.mailboxProblem };
  const sender = await ports.readSender();
  if (!sender.ok) return { kind: 'problem', problem: sender.problem };
  if (sender.value === null) return { kind: 'nobody' };
  const { address } = sender.value;
  const people = await until(ports.people, (state) => isDecided(state, address), ports.lookMs ?? 20_000, ports.after);
  if (people.phase === 'unreadable') return { kind: 'problem', problem: people.problem };
  const row = rowOf(people, address);
  if (row === null) return { kind: 'problem', problem: { kind: 'noAnswer', from: 'outlook' } };
  if (row.standing !== 'person') return { kind: 'nobody' };
  const { person, verdict } = row;
  const name = person.name || person.address;
  switch (verdict.kind) {
    case 'known': return { kind: 'alreadyThere', name: verdict.contact.displayName || name };
    case 'several':
    case 'likely': return { kind: 'unclear', name };
    case 'looking':
    case 'unsure': return { kind: 'problem', problem: ports.sync.get().problem ?? { kind: 'noAnswer', from: 'graph' } };
  }
  // The button may have been pressed twice: what the other one wrote down counts.
  if (await ports.holderOf([person.address]) !== null) return { kind: 'alreadyThere', name };
  const contact = await ports.create(draftFromPerson(person), null);

  const changes = await until(ports.changes, (all) => hasEnded(creationOf(all, contact.id)), ports.sendMs ?? 10_000, ports.after);
  const change = creationOf(changes, contact.id);
  if (change?.state === 'done') return { kind: 'added', name };
  if (change?.state === 'refused' || ports.storage === 'memory') {
    return { kind: 'problem', problem: change?.problem ?? { kind: 'noAnswer', from: 'graph' } };
  }
  return { kind: 'willBeAdded', name };
}

/** The sender's row, when what is shown is the message they sent; a moment ago it may have been another. */
function rowOf(people: PeopleState, address: string): PersonRow | null {
  if (people.phase !== 'shown' || people.leaving) return null;
  return people.rows.find(({ person }) => person.roles.includes('from') && foldAddress(person.address) === foldAddress(address)) ?? null;
}

function isDecided(people: PeopleState, address: string): boolean {
  const row = rowOf(people, address);
  return people.phase === 'unreadable' || (row !== null && row.verdict.kind !== 'looking');
}

/** The contact goes by Graph's id once it is there; its change keeps the first one. */
const creationOf = (changes: readonly Change[], contactId: string): Change | undefined =>
  changes.find(({ act }) => act.kind === 'create' && act.contactId === contactId);

/** Sent, refused, or waiting for something that may take long. */
const hasEnded = (change: Change | undefined): boolean =>
  change !== undefined && ((change.state !== 'waiting' && change.state !== 'sending') || change.problem !== null);

/** The value once it is as wished, or as it is when the clock runs out. */
function until<T>(cell: Cell<T>, wished: (value: T) => boolean, ms: number, after: AddSenderPorts['after']): Promise<T> {
  return new Promise((settle) => {
    if (wished(cell.get())) return settle(cell.get());
    const end = () => {
      cancel();
      leave();
      settle(cell.get());
    };
    const cancel = after(ms, end);
    const leave = cell.subscribe(() => { if (wished(cell.get())) end(); });
  });
}
