import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const levels = ['restricted', 'read item', 'read/write item', 'read/write mailbox'];
const names = ['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'];
/** What an item can be, and what hangs on it; the code names their members as texts, because hosts lack some. */
const itemParts = ['MessageRead', 'MessageCompose', 'AppointmentRead', 'AppointmentCompose', 'Recipients', 'From', 'Organizer', 'NotificationMessages', 'Body'];

type Permissions = ReadonlyMap<string, number>;

/** "Minimum permission level" of each member, as Microsoft's type declarations say it: `Mailbox.item` → its level. */
export function declaredPermissions(root: string): Permissions {
  const found = new Map<string, number>();
  let owner = '';
  let level = -1;
  for (const line of readFileSync(join(root, 'node_modules', '@types', 'office-js', 'index.d.ts'), 'utf8').split('\n')) {
    const opens = /^\s*(?:export )?(?:interface|class) (\w+)/.exec(line);
    if (opens) owner = opens[1] ?? '';
    const said = /Minimum permission level[^}]*\}\*\*:\s+\*\*([^*]+)\*\*/.exec(line);
    if (said) level = levels.indexOf(said[1] ?? '');
    const member = /^\s+(?:readonly )?(\w+)\??[(:<]/.exec(line);
    if (member && level >= 0) {
      const name = `${owner}.${member[1]}`;
      found.set(name, Math.max(found.get(name) ?? 0, level));
    }
    if (!said && !/^\s*\*/.test(line)) level = -1;
  }
  return found;
}

/** Which members of Office a source names, with who owns them. */
export function membersNamed(source: string, declared: Permissions): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const found = new Set<string>();
  const owners = { 'Office.context.mailbox': 'Mailbox', 'Office.context.mailbox.userProfile': 'UserProfile', 'Office.context.roamingSettings': 'RoamingSettings' };
  for (const [path, owner] of Object.entries(owners)) {
    for (const [, member] of code.matchAll(new RegExp(`${path.replaceAll('.', '\\??\\.')}\\??\\.(\\w+)`, 'g'))) found.add(`${owner}.${member}`);
  }
  const words = [...code.matchAll(/'(\w+)'|\.(\w+Async)\b/g)].map((match) => match[1] ?? match[2] ?? '');
  for (const word of words) for (const part of itemParts) found.add(`${part}.${word}`);
  return [...found].filter((name) => declared.has(name));
}

/** The smallest permission that covers every member of Office the product names, and who asks for the most. */
export function neededPermission(root: string): { readonly permission: string; readonly because: readonly string[] } {
  const declared = declaredPermissions(root);
  const sources = ['outlook', 'commands'].flatMap((room) => sourcesOf(join(root, 'src', room)));
  const members = [...new Set(sources.flatMap((source) => membersNamed(source, declared)))];
  const most = Math.max(0, ...members.map((member) => declared.get(member) ?? 0));
  return { permission: names[most] ?? '', because: members.filter((member) => declared.get(member) === most) };
}

function sourcesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(folder, name), 'utf8'));
  } catch {
    return [];
  }
}
