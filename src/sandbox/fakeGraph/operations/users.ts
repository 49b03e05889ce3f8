import type { GraphAnswer, GraphCall } from '../call.ts';
import { collectionPage } from '../query/collectionPage.ts';
import { userFilter } from '../query/userFilter.ts';
import { readOrderBy, readSelect } from '../query/queryOptions.ts';
import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isObject } from '../shapes/readValues.ts';
import { isUserProperty, renderUser } from '../shapes/user.ts';
import type { DirectoryUser } from '../state/directory.ts';

const type = 'microsoft.graph.user';
const pageSize = 100;
const largestTop = 999;

/** `"displayName:ad"`: words of the property that begin so. */
function searchTest(text: string): ((user: DirectoryUser) => boolean) | Refusal {
  const match = /^"(displayName|mail|givenName|surname):(.*)"$/.exec(text.trim());
  if (match === null) return refuse(400, 'Request_BadRequest', 'Syntax error: a $search needs the form "property:value" in quotes.');
  const property = match[1] as 'displayName' | 'mail' | 'givenName' | 'surname';
  const wanted = (match[2] ?? '').toLowerCase();
  return (user) => user[property].toLowerCase().split(/[\s@.]+/).some((word) => word.startsWith(wanted));
}

/** `GET /users` ("List users"). `$search` and some filters are advanced queries: they need `ConsistencyLevel: eventual`. */
export function listUsers(call: GraphCall): GraphAnswer | Refusal {
  const select = readSelect(call.query, isUserProperty, type);
  if (isRefusal(select)) return select;
  const orders = readOrderBy(call.query, (name) => name === 'displayName' || name === 'userPrincipalName', type);
  if (isRefusal(orders)) return orders;
  if (call.query.get('$skip') !== undefined) return refuse(400, 'Request_BadRequest', "'$skip' is not supported by the service.");
  const eventual = call.headers.consistencylevel?.toLowerCase() === 'eventual';
  const filter = userFilter(call, eventual);
  if (isRefusal(filter)) return filter;
  const searchText = call.query.get('$search');
  const needs = searchText !== undefined || call.query.get('$count') !== undefined;
  if (needs && !eventual) {
    return refuse(400, 'Request_UnsupportedQuery', "Request with $search or $count query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'");
  }
  const search = searchText === undefined ? () => true : searchTest(searchText);
  if (isRefusal(search)) return search;
  const tenant = call.caller.user.tenantId;
  const found = call.state.directory.users.filter((u) => u.tenantId === tenant).filter(filter).filter(search);
  const order = orders[0];
  if (order !== undefined) {
    const key = order.property === 'displayName' ? 'displayName' : 'userPrincipalName';
    found.sort((a, b) => (order.descending ? -1 : 1) * a[key].localeCompare(b[key], 'en'));
  }
  // The directory pages by token; what is in it is nobody's business.
  const skipped = Number(call.query.get('$skiptoken') ?? 0);
  const page = collectionPage(found.slice(Number.isInteger(skipped) ? skipped : 0), call.query, call.address, { pageSize, largestTop });
  if (isRefusal(page)) return page;
  const annotations = { ...page.annotations };
  const link = annotations['@odata.nextLink'];
  if (typeof link === 'string') {
    const own = call.query.all.filter(([name]) => name !== '$skiptoken').map(([name, value]) => `${name.replace('$', '%24')}=${encodeURIComponent(value)}`);
    annotations['@odata.nextLink'] = `${call.address}?${[...own, `%24skiptoken=${skipped + page.items.length}`].join('&')}`;
  }
  if (annotations['@odata.count'] !== undefined) annotations['@odata.count'] = found.length;
  const value = page.items.map((user) => renderUser(user, call.caller, select));
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#users`, ...annotations, value } };
}

/** `GET /me/manager` ("List manager"). */
export function getManager(call: GraphCall): GraphAnswer | Refusal {
  const manager = call.subject.managerId === null ? undefined : call.state.directory.find(call.subject.managerId);
  if (manager === undefined) return refusals.userNotFound('manager');
  return {
    status: 200,
    body: { '@odata.context': `${call.root}/$metadata#directoryObjects/$entity`, '@odata.type': '#microsoft.graph.user', ...renderUser(manager, call.caller, null) },
  };
}

/** `POST /directoryObjects/getByIds` ("directoryObject: getByIds"). */
export function getByIds(call: GraphCall): GraphAnswer | Refusal {
  if (!isObject(call.body) || !Array.isArray(call.body.ids)) return refuse(400, 'Request_BadRequest', 'ids must be a collection.');
  if (call.body.ids.length > 1000) return refuse(400, 'Request_BadRequest', 'Too many ids.');
  const value = (call.body.ids as unknown[]).flatMap((id) => {
    const user = typeof id === 'string' ? call.state.directory.find(id) : undefined;
    return user === undefined ? [] : [{ '@odata.type': '#microsoft.graph.user', ...renderUser(user, call.caller, null) }];
  });
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#directoryObjects`, value } };
}
