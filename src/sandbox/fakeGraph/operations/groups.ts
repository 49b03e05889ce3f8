import { groups } from '../../seed/directory.ts';
import type { SeedGroup } from '../../seed/directory.ts';
import { users } from '../../seed/people.ts';
import type { GraphAnswer, GraphCall } from '../call.ts';
import { parseFilter } from '../query/filter.ts';
import { readNumber, readSelect } from '../query/queryOptions.ts';
import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isUserProperty, renderUser } from '../shapes/user.ts';

const groupProperties = ['id', 'displayName', 'mail', 'mailEnabled'] as const;
type GroupProperty = (typeof groupProperties)[number];
const isGroupProperty = (name: string): name is GroupProperty => (groupProperties as readonly string[]).includes(name);
const largestTop = 999;
const pageSize = 100;

const render = (group: SeedGroup, select: readonly string[] | null): Record<string, unknown> => {
  const all: Record<GroupProperty, unknown> = { id: group.id, displayName: group.displayName, mail: group.mail, mailEnabled: true };
  return Object.fromEntries(['id' as const, ...(select ?? groupProperties).filter(isGroupProperty)].map((name) => [name, all[name]]));
};

const ofTenant = (call: GraphCall): readonly SeedGroup[] => (call.caller.user.tenantId === users.adele.tid ? groups : []);

/** `GET /groups` ("List groups"), all of them or `$filter` by `eq`. */
export function listGroups(call: GraphCall): GraphAnswer | Refusal {
  const strange = call.query.all.find(([name]) => name.startsWith('$') && name !== '$filter' && name !== '$select');
  if (strange !== undefined) return refusals.notEmulated(`${strange[0]} on groups`);
  const select = readSelect(call.query, isGroupProperty, 'microsoft.graph.group');
  if (isRefusal(select)) return select;
  const text = call.query.get('$filter');
  let found = ofTenant(call);
  if (text !== undefined) {
    const filter = parseFilter(text);
    if (isRefusal(filter)) return filter;
    if (filter.kind !== 'compare' || filter.operator !== 'eq' || (filter.path !== 'mail' && filter.path !== 'displayName')) {
      return refuse(400, 'Request_UnsupportedQuery', 'Unsupported Query.');
    }
    const { path, literal } = filter;
    found = found.filter((group) => group[path].toLowerCase() === literal.value.toLowerCase());
  }
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#groups`, value: found.map((group) => render(group, select)) } };
}

/** `GET /groups/{id}/transitiveMembers` ("List group transitive members"): people and groups in one flat list, each once. */
export function listTransitiveMembers(call: GraphCall): GraphAnswer | Refusal {
  const key = call.keys[0] ?? '';
  const strange = call.query.all.find(([name]) => name.startsWith('$') && !['$select', '$top', '$skiptoken'].includes(name));
  if (strange !== undefined) return refusals.notEmulated(`${strange[0]} on transitiveMembers`);
  const select = readSelect(call.query, (name) => isUserProperty(name) || isGroupProperty(name), 'microsoft.graph.directoryObject');
  if (isRefusal(select)) return select;
  const top = readNumber(call.query, '$top', largestTop);
  if (isRefusal(top)) return top;
  const group = ofTenant(call).find((one) => one.id === key.toLowerCase());
  if (group === undefined) return refusals.userNotFound(key);

  const found = new Map<string, Record<string, unknown>>();
  const walk = (one: SeedGroup): void => {
    for (const member of one.members) {
      const within = groups.find((other) => other.key === member);
      if (within !== undefined && !found.has(within.id)) {
        found.set(within.id, { '@odata.type': '#microsoft.graph.group', ...render(within, select) });
        walk(within);
      }
      const user = within === undefined ? call.state.directory.called(member) : undefined;
      if (user !== undefined) found.set(user.id, { '@odata.type': '#microsoft.graph.user', ...limited(renderUser(user, call.caller, select?.filter(isUserProperty) ?? null), call) });
    }
  };
  walk(group);

  const from = Number(call.query.get('$skiptoken') ?? 0);
  const all = [...found.values()];
  const size = top ?? pageSize;
  const own = call.query.all.filter(([name]) => name !== '$skiptoken').map(([name, value]) => `${name.replace('$', '%24')}=${encodeURIComponent(value)}`);
  const next = size > 0 && from + size < all.length ? { '@odata.nextLink': `${call.address}?${[...own, `%24skiptoken=${from + size}`].join('&')}` } : {};
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#directoryObjects`, ...next, value: all.slice(from, from + size) } };
}

/** Who may not read users gets their ids, and null for all the rest ("Limited information returned for inaccessible member objects"). */
function limited(user: Record<string, unknown>, call: GraphCall): Record<string, unknown> {
  if (['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'].some((scope) => call.caller.scopes.has(scope))) return user;
  return Object.fromEntries(Object.entries(user).map(([name, value]) => [name, name === 'id' ? value : null]));
}
