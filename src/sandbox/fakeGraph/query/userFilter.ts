import type { GraphCall } from '../call.ts';
import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { DirectoryUser } from '../state/directory.ts';
import { parseFilter } from './filter.ts';
import type { Filter } from './filter.ts';

type UserTest = (user: DirectoryUser) => boolean;

const plain = ['mail', 'userPrincipalName', 'displayName', 'givenName', 'surname', 'id', 'jobTitle', 'department'] as const;
type Plain = (typeof plain)[number];
const isPlain = (name: string): name is Plain => (plain as readonly string[]).includes(name);

const unsupported = (): Refusal =>
  refuse(400, 'Request_UnsupportedQuery', 'Unsupported Query.');

/** `$filter` on the directory: `eq` and `startswith` plainly, `endswith` as an advanced query only. */
export function userFilter(call: GraphCall, eventual: boolean): UserTest | Refusal {
  const text = call.query.get('$filter');
  if (text === undefined) return () => true;
  const filter = parseFilter(text);
  return isRefusal(filter) ? filter : compile(filter, call, eventual);
}

function compile(filter: Filter, call: GraphCall, eventual: boolean): UserTest | Refusal {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const left = compile(filter.left, call, eventual);
      if (isRefusal(left)) return left;
      const right = compile(filter.right, call, eventual);
      if (isRefusal(right)) return right;
      return filter.kind === 'and' ? (u) => left(u) && right(u) : (u) => left(u) || right(u);
    }
    case 'compare': {
      const { path } = filter;
      if (!isPlain(path) || filter.operator !== 'eq') return unsupported();
      const wanted = filter.literal.value.toLowerCase();
      return (u) => (u[path] ?? '').toLowerCase() === wanted;
    }
    case 'call': {
      const { path, name } = filter;
      if (!isPlain(path)) return unsupported();
      const wanted = filter.literal.value.toLowerCase();
      if (name === 'startswith') return (u) => (u[path] ?? '').toLowerCase().startsWith(wanted);
      const advanced = eventual && call.query.get('$count') === 'true';
      return name === 'endswith' && advanced && (path === 'mail' || path === 'userPrincipalName')
        ? (u) => u[path].toLowerCase().endsWith(wanted) : unsupported();
    }
    case 'any': {
      const inner = filter.inner;
      if (inner === null || inner.kind !== 'compare' || inner.operator !== 'eq' || inner.path !== filter.variable) return unsupported();
      const wanted = inner.literal.value.toLowerCase();
      const lists: Readonly<Record<string, (u: DirectoryUser) => readonly string[]>> = {
        otherMails: (u) => u.otherMails, proxyAddresses: (u) => [`smtp:${u.mail}`],
      };
      const list = lists[filter.path];
      if (list === undefined) return unsupported();
      // Seen: both are outside what User.ReadBasic.All shows.
      if (!call.caller.scopes.has('User.Read.All')) return refusals.authorizationDenied();
      return (u) => list(u).some((entry) => entry.toLowerCase() === wanted);
    }
    default:
      return unsupported();
  }
}
