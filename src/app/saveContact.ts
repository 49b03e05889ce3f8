import { changedFields, contactLimits, fieldsOf } from '#domain/contact';
import type { Contact, ContactFields, ContactId, ContactPatch, FolderId } from '#domain/contact';
import { foldAddress } from '#domain/normalize';
import type { PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { Acts } from './undo.ts';

/** What saving needs from Graph and from the store. */
export type SavePorts = {
  readonly getContact: (id: ContactId) => Promise<Result<Contact>>;
  readonly createContact: (fields: ContactPatch, folderId: FolderId | null) => Promise<Result<Contact>>;
  readonly updateContact: (id: ContactId, patch: ContactPatch, changeKey: string) => Promise<Result<Contact>>;
  readonly deleteContact: (id: ContactId) => Promise<Result<null>>;
  /** Contacts in this folder that hold the address, asked of Graph. */
  readonly findInFolder: (address: string, folderId: FolderId | null) => Promise<Result<readonly Contact[]>>;
  readonly put: (contact: Contact) => Promise<unknown>;
  readonly forget: (id: ContactId) => Promise<unknown>;
};

export type UpdateOutcome =
  | { readonly kind: 'saved'; readonly contact: Contact }
  /** Both sides changed the same fields since `base`. Nothing was sent. */
  | { readonly kind: 'clash'; readonly theirs: Contact; readonly fields: readonly (keyof ContactFields)[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

const nameParts = ['givenName', 'middleName', 'surname', 'title', 'generation'] as const;

/** After these the server may have acted although we never heard: the next try has to look first. */
const unsure: ReadonlySet<Problem['kind']> = new Set(['offline', 'noAnswer', 'busy', 'serverTrouble', 'notUnderstood']);

export function saveContact(ports: SavePorts, acts: Acts) {
  /** Creates whose answer was lost, by what was to be created. */
  const mayExist = new Set<string>();

  async function create(fields: ContactFields, folderId: FolderId | null): Promise<Result<Contact>> {
    const sign = JSON.stringify([folderId, fields]);
    const found = mayExist.has(sign) ? await alreadyThere(fields, folderId) : ok(null);
    if (!found.ok) return found;
    const result = found.value === null ? await ports.createContact(withoutEmpty(fields), folderId) : ok(found.value);
    if (!result.ok) {
      if (unsure.has(result.problem.kind)) mayExist.add(sign);
      return result;
    }
    mayExist.delete(sign);
    await ports.put(result.value);
    return result;
  }

  async function alreadyThere(fields: ContactFields, folderId: FolderId | null): Promise<Result<Contact | null>> {
    const address = fields.emailAddresses[0]?.address ?? '';
    if (address === '') return ok(null);
    const found = await ports.findInFolder(address, folderId);
    if (!found.ok) return found;
    return ok(found.value.find((contact) => contact.displayName === fields.displayName) ?? null);
  }

  /** Sends what differs from `base`, merged with what changed on the server since. */
  async function send(base: Contact, mine: ContactFields, onClash: 'ask' | 'keepMine'): Promise<UpdateOutcome> {
    const patch = changedFields(fieldsOf(base), mine);
    if (Object.keys(patch).length === 0) return { kind: 'saved', contact: base };
    const latest = await ports.getContact(base.id);
    if (!latest.ok) {
      if (latest.problem.kind === 'gone') await ports.forget(base.id);
      return { kind: 'problem', problem: latest.problem };
    }
    const theirs = latest.value;
    if (theirs.changeKey !== base.changeKey && onClash === 'ask') {
      const fields = clashes(patch, changedFields(fieldsOf(base), fieldsOf(theirs)));
      if (fields.length > 0) return { kind: 'clash', theirs, fields };
    }
    // Graph makes a new displayName of its own when only a name part is sent. (Graph reference, contact resource type)
    const named = nameParts.some((part) => part in patch) && !('displayName' in patch)
      ? { ...patch, displayName: mine.displayName } : patch;
    const result = await ports.updateContact(base.id, named, theirs.changeKey);
    if (!result.ok) return { kind: 'problem', problem: result.problem };
    await ports.put(result.value);
    return { kind: 'saved', contact: result.value };
  }

  /** Undo of an update: gives back the fields that it changed, and only those. */
  const giveBack = (before: Contact, after: Contact) => async (): Promise<Result<unknown>> => {
    const outcome = await send(after, { ...fieldsOf(after), ...pick(fieldsOf(before), changedFields(fieldsOf(before), fieldsOf(after))) }, 'ask');
    if (outcome.kind === 'saved') return ok(null);
    return failed(outcome.kind === 'clash' ? { kind: 'changedElsewhere' } : outcome.problem);
  };

  return {
    async create(fields: ContactFields, folderId: FolderId | null): Promise<Result<Contact>> {
      const result = await create(fields, folderId);
      if (result.ok) acts.did('created', nameOf(result.value), () => takeAway(result.value.id));
      return result;
    },

    async update(base: Contact, mine: ContactFields, onClash: 'ask' | 'keepMine' = 'ask'): Promise<UpdateOutcome> {
      const outcome = await send(base, mine, onClash);
      if (outcome.kind === 'saved' && outcome.contact !== base) {
        acts.did('updated', nameOf(outcome.contact), giveBack(base, outcome.contact));
      }
      return outcome;
    },

    /** The addresses the contact has now, as Graph last said, and this one behind them. */
    async addAddress(contact: Contact, person: Pick<PersonOnItem, 'name' | 'address'>): Promise<Result<Contact>> {
      const latest = await ports.getContact(contact.id);
      if (!latest.ok) {
        if (latest.problem.kind === 'gone') await ports.forget(contact.id);
        return latest;
      }
      const base = latest.value;
      const folded = foldAddress(person.address);
      if (base.emailAddresses.some((email) => foldAddress(email.address) === folded)) {
        await ports.put(base);
        return ok(base);
      }
      if (base.emailAddresses.length >= contactLimits.emailAddresses) {
        return failed({ kind: 'refused', code: 'tooManyAddresses', message: '' });
      }
      const outcome = await send(base, {
        ...fieldsOf(base),
        emailAddresses: [...base.emailAddresses, { name: person.name, address: person.address.trim() }],
      }, 'ask');
      if (outcome.kind !== 'saved') return failed(outcome.kind === 'clash' ? { kind: 'changedElsewhere' } : outcome.problem);
      acts.did('addressAdded', nameOf(outcome.contact), giveBack(base, outcome.contact));
      return ok(outcome.contact);
    },

    /** Deletes, and keeps everything v1.0 shows of the contact for its return. */
    async remove(contact: Contact): Promise<Result<null>> {
      const latest = await ports.getContact(contact.id);
      if (!latest.ok && latest.problem.kind !== 'gone') return latest;
      const last = latest.ok ? latest.value : contact;
      const result = latest.ok ? await ports.deleteContact(contact.id) : ok(null);
      if (!result.ok) return result;
      await ports.forget(contact.id);
      acts.did('removed', nameOf(last), () => create(fieldsOf(last), last.parentFolderId || null));
      return ok(null);
    },
  };

  async function takeAway(id: ContactId): Promise<Result<null>> {
    const result = await ports.deleteContact(id);
    if (result.ok) await ports.forget(id);
    return result;
  }
}

/** Fields that both sides changed, and not to the same. */
export function clashes(mine: ContactPatch, theirs: ContactPatch): readonly (keyof ContactFields)[] {
  return (Object.keys(mine) as (keyof ContactFields)[])
    .filter((name) => name in theirs && JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]));
}

function pick(fields: ContactFields, names: ContactPatch): ContactPatch {
  return Object.fromEntries(Object.keys(names).map((name) => [name, fields[name as keyof ContactFields]])) as ContactPatch;
}

/** A create names only what is filled in, so that Graph's own defaults hold for the rest. */
function withoutEmpty(fields: ContactFields): ContactPatch {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) =>
    typeof value === 'string' ? value !== '' : Array.isArray(value) ? value.length > 0 : Object.values(value).some((part) => part !== ''))) as ContactPatch;
}

const nameOf = (contact: Contact): string =>
  contact.displayName || contact.companyName || (contact.emailAddresses[0]?.address ?? '');
