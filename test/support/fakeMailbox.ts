import type { Contact, ContactFolder } from '#domain/contact';
import type { ContactChange } from '#domain/contactChange';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Remote } from '#store/remote';
import { contact, folder } from './storedContacts';

/**
 * A mailbox that tells of its changes as Graph does: folder by folder, in pages, a move as "removed" here and "new"
 * there. Its log is what each folder has to say; a cursor is a place in it.
 */
export function fakeMailbox(folderIds: readonly string[], pageSize = 2) {
  let clock = 0;
  let generation = 0;
  const logs = new Map<string, ContactChange[]>(folderIds.map((id) => [id, []]));
  const contacts = new Map<string, Contact>();
  const requests: string[] = [];
  const problems: Problem[] = [];

  const say = (folderId: string, change: ContactChange): void => void logs.get(folderId)?.push(change);
  const tell = ({ id, ...fields }: Contact): void => say(fields.parentFolderId, { kind: 'changed', id, fields });

  const remote: Remote = {
    listFolders: async () => ok([...logs.keys()].map((id, i): ContactFolder => folder(id, i === 0))),
    changesSince: async (folderId, from) => {
      const cursor = from === null ? `${generation}:0` : 'link' in from ? from.link : from.bookmark;
      requests.push(`${folderId} ${from === null ? 'all' : cursor}`);
      const problem = problems.shift();
      if (problem) return failed(problem);
      const [made, place] = cursor.split(':').map(Number) as [number, number];
      const log = logs.get(folderId);
      if (!log) return failed({ kind: 'gone' });
      if (made !== generation) return failed({ kind: 'bookmarkExpired' });
      const end = place + pageSize;
      const next = `${generation}:${Math.min(end, log.length)}`;
      return ok({
        changes: log.slice(place, end),
        next: end < log.length ? { kind: 'more', link: next } : { kind: 'caughtUp', bookmark: next },
      });
    },
  };

  return {
    remote,
    /** What was asked, and from where. */
    requests,
    /** What the next requests for changes answer instead. */
    problems,
    contacts,
    log: (folderId: string): readonly ContactChange[] => logs.get(folderId) ?? [],
    write(id: string, folderId: string, name = id) {
      const before = contacts.get(id);
      if (before && before.parentFolderId !== folderId) say(before.parentFolderId, { kind: 'removed', id });
      const written = contact(id, { folder: folderId, name, modified: (clock += 1), addresses: [`${name}@x.example`] });
      contacts.set(id, written);
      tell(written);
    },
    /** A move changes nothing of the contact, not even the time of its last change. */
    move(id: string, folderId: string) {
      const before = contacts.get(id);
      if (!before || before.parentFolderId === folderId) return;
      say(before.parentFolderId, { kind: 'removed', id });
      const moved = { ...before, parentFolderId: folderId };
      contacts.set(id, moved);
      tell(moved);
    },
    remove(id: string) {
      const before = contacts.get(id);
      if (!before) return;
      contacts.delete(id);
      say(before.parentFolderId, { kind: 'removed', id });
    },
    removeFolder(folderId: string) {
      logs.delete(folderId);
      for (const { id, parentFolderId } of [...contacts.values()]) if (parentFolderId === folderId) contacts.delete(id);
    },
    /** The server forgets all bookmarks and tells, from now on, only what there is. */
    expireBookmarks() {
      generation += 1;
      for (const id of logs.keys()) logs.set(id, []);
      for (const one of contacts.values()) tell(one);
    },
  };
}
