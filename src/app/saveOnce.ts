import type { Contact } from '#domain/contact';
import { personKeys } from '#domain/match';
import { foldAddress } from '#domain/normalize';
import type { ManyActs } from './manyActs.ts';

type CreateMany = ManyActs['createMany'];

/**
 * Saves of these only whom nobody saved meanwhile, by their address. The list on the screen is a moment behind: a second
 * click on the same button, or another pane beside this one, would save everybody twice.
 */
export function saveOnce(lookUp: (people: readonly (readonly string[])[]) => Promise<readonly Contact[]>, createMany: CreateMany): CreateMany {
  let before: Promise<unknown> = Promise.resolve();

  const save: CreateMany = async (contacts) => {
    const found = await lookUp(contacts.flatMap(({ fields }) => fields.emailAddresses.map(({ address }) => personKeys({ name: '', address }))));
    const there = new Set(found.flatMap(addressesOf));
    return createMany(contacts.filter(({ fields }) => !addressesOf(fields).some((address) => there.has(address))));
  };
  return (contacts) => {
    const turn = before.then(() => save(contacts));
    before = turn.catch(() => null);
    return turn;
  };
}

const addressesOf = ({ emailAddresses }: Pick<Contact, 'emailAddresses'>): readonly string[] =>
  emailAddresses.map(({ address }) => foldAddress(address)).filter((folded) => folded !== '');
