import { isMailboxAct } from '#domain/change';
import type { Change } from '#domain/change';
import type { ContactFields, ContactFolder, FolderId } from '#domain/contact';
import type { Group } from '../groups.ts';
import type { Texts } from './en.ts';

/** What a group of changes was about, for its line in the history: fields, categories, a folder. '' when its heading says it all. */
export function detailText(texts: Texts, { first, changes }: Group, folders: readonly ContactFolder[]): string {
  if (isMailboxAct(first.act)) return mailboxDetail(texts, first, folders);
  return [addresses(changes), fields(texts, changes), categories(texts, changes), destination(texts, changes, folders)].filter((part) => part !== '').join(' · ');
}

/** These follow from the parts of a name by themselves. */
const nameParts: ReadonlySet<keyof ContactFields> = new Set(['givenName', 'middleName', 'surname', 'title', 'generation', 'nickName', 'initials']);

function fields(texts: Texts, changes: readonly Change[]): string {
  const names = new Set(changes.flatMap(({ act, label }) =>
    (act.kind === 'update' && label !== 'addressAdded' ? Object.keys(act.patch) as (keyof ContactFields)[] : [])));
  names.delete('categories');
  if ([...names].some((name) => nameParts.has(name))) for (const name of ['displayName', 'fileAs'] as const) names.delete(name);
  return names.size === 0 ? '' : texts.history.fields([...names].map((name) => texts.fields[name]));
}

function categories(texts: Texts, changes: readonly Change[]): string {
  const [added, removed] = [new Set<string>(), new Set<string>()];
  for (const { act } of changes) {
    if (act.kind !== 'update' || act.patch.categories === undefined) continue;
    const [before, after] = [act.before.categories, act.patch.categories];
    for (const name of after) if (!before.includes(name)) added.add(name);
    for (const name of before) if (!after.includes(name)) removed.add(name);
  }
  return texts.history.categories([...added], [...removed]);
}

/** The addresses that came or, where that is taken back, went. */
function addresses(changes: readonly Change[]): string {
  return changes.flatMap(({ act, label }) => {
    if (act.kind !== 'update' || label !== 'addressAdded') return [];
    const [before, after] = [act.before.emailAddresses, act.patch.emailAddresses ?? []].map((all) => all.map(({ address }) => address)) as [string[], string[]];
    return [...after.filter((one) => !before.includes(one)), ...before.filter((one) => !after.includes(one))];
  }).join(', ');
}

function destination(texts: Texts, changes: readonly Change[], folders: readonly ContactFolder[]): string {
  const names = new Set(changes.flatMap(({ act, result }) =>
    (act.kind === 'move' ? folderName(folders, act.folderId) ?? folderName(folders, result?.parentFolderId ?? '') ?? [] : [])));
  return [...names].map(texts.history.toFolder).join(' · ');
}

function mailboxDetail(texts: Texts, { act }: Change, folders: readonly ContactFolder[]): string {
  if (!isMailboxAct(act) || act.before === null || act.after === null) return '';
  if (act.before.displayName !== act.after.displayName) return texts.history.renamed(act.before.displayName, act.after.displayName);
  const into = act.kind === 'folder' && act.after.parentFolderId !== act.before.parentFolderId ? folderName(folders, act.after.parentFolderId) : undefined;
  return into === undefined ? '' : texts.history.toFolder(into);
}

const folderName = (folders: readonly ContactFolder[], wanted: FolderId): string | undefined => folders.find(({ id }) => id === wanted)?.displayName;
