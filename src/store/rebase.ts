import type { Act } from '#domain/change';
import type { Contact, ContactFields, ContactPatch } from '#domain/contact';
import { emptyFields } from '#domain/contact';
import { merge3 } from '#domain/merge3';

/**
 * A later change of the same contact, after an earlier one ended otherwise than it meant to: Graph wrote a value in
 * its own way, or the change was dropped. Where the later one was made on top of a value that never came to be
 * (`meant`), it is now made on top of what is there instead (`came`), and of a list it keeps only what it did to it
 * itself. So it does not clash with its own history, and its undo does not bring back what was never saved.
 */
export function rebase(act: Act, meant: ContactPatch, came: ContactPatch): Act {
  if (act.kind !== 'update' && act.kind !== 'delete' && act.kind !== 'move') return act;
  const instead: Record<string, unknown> = {};
  for (const name of Object.keys(emptyFields) as (keyof ContactFields)[]) {
    if (name in meant && name in came && same(act.before[name], meant[name]) && !same(meant[name], came[name])) instead[name] = came[name];
  }
  if (Object.keys(instead).length === 0) return act;
  const before: Contact = { ...act.before, ...instead };
  if (act.kind !== 'update') return { ...act, before };
  const patch: Record<string, unknown> = { ...act.patch };
  const asItWas: Record<string, unknown> = {};
  for (const name of Object.keys(instead) as (keyof ContactFields)[]) {
    if (!(name in act.patch)) continue;
    const merged = merge3(act.before, { [name]: act.patch[name] }, before);
    if (name in merged.patch) patch[name] = merged.patch[name];
    // A list that both made longer than Graph takes: it stays a matter of both, and the person is asked when it is sent.
    else if (merged.clashes.includes(name) && Array.isArray(act.patch[name])) asItWas[name] = act.before[name];
    // What clashes here was wanted in place of the value that never came to be, and is wanted in place of this one.
    else if (!merged.clashes.includes(name)) delete patch[name];
  }
  return { ...act, before: { ...before, ...asItWas }, patch: patch as ContactPatch };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
