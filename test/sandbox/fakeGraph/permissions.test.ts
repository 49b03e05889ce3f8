import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseGraphPath } from '#sandbox/fakeGraph/http/graphPath';
import { accesses, permission } from '#sandbox/fakeGraph/http/permissions';
import { mailboxRoutes, tenantRoutes } from '#sandbox/fakeGraph/http/routes';
import { isRefusal } from '#sandbox/fakeGraph/refusal';
import { defaultSettings } from '#sandbox/fakeGraph/state/graphState';
import type { DirectoryUser } from '#sandbox/fakeGraph/state/directory';

type PathSet = { readonly schemes: readonly string[]; readonly methods: readonly string[]; readonly paths: readonly string[] };
type Published = { readonly permissions: Readonly<Record<string, { readonly pathSets: readonly PathSet[] }>> };

/** Microsoft's own permission data, beside the repository; it is no part of it. */
const file = join(__dirname, '..', '..', '..', '..', 'shared', 'graph-spec', 'permissions.contacts.json');
const published = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Published : null;
if (published === null) console.info('The permission table was not compared: ../shared/graph-spec is not there.');

const person = (kind: 'work' | 'personal'): DirectoryUser => ({
  id: kind, tenantId: 't', kind, mailbox: 'exchangeOnline', displayName: '', givenName: '', surname: '', userPrincipalName: '', mail: '', otherMails: [],
  jobTitle: null, department: null, companyName: null, officeLocation: null, mobilePhone: null, businessPhones: [], managerId: null, photoSize: null,
});

/** Each `scope method path` that Microsoft opens to a signed-in user's own data. */
const lines = Object.entries(published?.permissions ?? {}).flatMap(([scope, { pathSets }]) => pathSets.flatMap((set) =>
  set.schemes.filter((scheme) => scheme.startsWith('Delegated')).flatMap((scheme) => set.methods.flatMap((method) => set.paths
    .filter((path) => path.startsWith('/me') || !path.startsWith('/users/'))
    .map((path) => ({ scope, kind: scheme === 'DelegatedWork' ? 'work' as const : 'personal' as const, method, path: path.replace('/{id}/.../', '/{id}/') }))))));

describe('the permission table', () => {
  it('opens what Microsoft\'s permission data opens', () => {
    const wrong: string[] = [];
    for (const { scope, kind, method, path } of lines) {
      const parsed = parseGraphPath(`/v1.0${path.replaceAll('{id}', 'x')}`);
      if (parsed === null || isRefusal(parsed)) {
        wrong.push(`${path} is not understood`);
        continue;
      }
      // Writing a photo goes to its value; the table speaks of the photo.
      const shape = parsed.shape.endsWith('/photo') && method !== 'GET' ? `${parsed.shape}/$value` : parsed.shape;
      const route = (parsed.scope === 'tenant' ? tenantRoutes : mailboxRoutes)[`${method} ${shape}`];
      if (route === undefined) {
        if (shape !== 'outlook') wrong.push(`${method} ${path} is not built`);
        continue;
      }
      const user = person(kind);
      if (permission(route.access, { user, scopes: new Set([scope]), appId: 'a' }, user, defaultSettings()) !== null) wrong.push(`${kind} ${scope} should open ${method} ${path}`);
    }
    expect(wrong).toEqual([]);
  });

  it('names no scope that Microsoft does not publish', () => {
    if (published === null) return;
    // The excerpt beside the repository is about contacts; these stand on Microsoft's pages of the calls.
    const elsewhere = ['', '.Shared'].flatMap((shared) => ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite', 'Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'].map((scope) => scope + shared));
    const known = new Set([...Object.keys(published.permissions), 'Directory.Read.All', 'GroupMember.Read.All', 'Group.Read.All', ...elsewhere]);
    const named = Object.values(accesses).flatMap((access) => [...access.work, ...access.personal, ...access.others ?? []]);
    expect(named.filter((scope) => !known.has(scope))).toEqual([]);
  });
});
