import type { GraphAnswer, GraphCall } from '../call.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { readSelect } from '../query/queryOptions.ts';
import { isUserProperty, renderUser } from '../shapes/user.ts';

/** `GET /me` and `GET /users/{id or userPrincipalName}` ("Get a user"). */
export function getUser(call: GraphCall): GraphAnswer | Refusal {
  const select = readSelect(call.query, isUserProperty, 'microsoft.graph.user');
  if (isRefusal(select)) return select;
  if (call.query.get('$expand') !== undefined) return refusals.notEmulated('$expand on users');
  return {
    status: 200,
    body: { '@odata.context': `${call.root}/$metadata#users/$entity`, ...renderUser(call.subject, call.caller, select) },
  };
}
