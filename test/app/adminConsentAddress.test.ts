import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adminConsentAddress } from '#app/adminConsentAddress';

const settings = { clientId: 'c', authority: 'https://login.microsoftonline.us/common', graphUrl: 'https://graph.microsoft.us', schemaExtension: 'ext1234_fields' };
const address = new URL(adminConsentAddress(settings, 'https://pane.test/taskpane.html?x=1#y'));

it('stays in the cloud of the build', () => {
  expect(`${address.origin}${address.pathname}`).toBe('https://login.microsoftonline.us/organizations/v2.0/adminconsent');
  expect(address.searchParams.get('redirect_uri')).toBe('https://pane.test/consent.html');
  expect(address.searchParams.get('client_id')).toBe('c');
});

it('names every scope that a call to Graph may ask for', () => {
  const graph = join(__dirname, '..', '..', 'src', 'graph');
  const source = readdirSync(graph, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(graph, name), 'utf8')).join('\n');
  const lists = [...source.matchAll(/Scopes\w*(?::[^=]+)? = \[([^\]]*)\]/g)].map(([, list]) => list ?? '');
  const used = lists.flatMap((list) => [...list.matchAll(/'([\w.]+)'/g)].map(([, scope]) => scope ?? ''));
  expect(used).toContain('Contacts.ReadWrite');
  const asked = (address.searchParams.get('scope') ?? '').split(' ');
  expect(used.filter((scope) => !asked.includes(`https://graph.microsoft.us/${scope}`))).toEqual([]);
});

it('is the address that the page for administrators shows', () => {
  const shown = readFileSync(join(__dirname, '..', '..', 'docs', 'administrators.md'), 'utf8');
  const ours = adminConsentAddress(
    { clientId: '<client id>', authority: 'https://login.microsoftonline.com/common', graphUrl: 'https://graph.microsoft.com', schemaExtension: null }, 'https://contacts.example.com/taskpane.html',
  );
  expect(shown).toContain(ours.replace('%3Cclient+id%3E', '<client id>'));
});
