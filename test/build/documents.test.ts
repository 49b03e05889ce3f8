import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBuildSettings } from '../../src/build/buildSettings.ts';
import { clouds } from '../../src/build/clouds.ts';
import { headersForAll } from '../../src/build/securityHeaders.ts';

const root = join(__dirname, '..', '..');
const read = (...path: readonly string[]) => readFileSync(join(root, ...path), 'utf8');
const administrators = read('docs', 'administrators.md');

describe('the page for administrators', () => {
  it('lists the headers the build makes', () => {
    const settings = readBuildSettings({ CONTACT_PANE_HOST: 'contacts.example.com', CLIENT_ID: '11111111-2222-3333-4444-555555555555' });
    if (!settings.ok) throw new Error(settings.sentences.join('\n'));
    const list = Object.entries(headersForAll(settings.settings)).map(([name, value]) => `${name}: ${value}`).join('\n');
    expect(administrators).toContain(`\`\`\`\n${list}\n\`\`\``);
  });

  it('names each permission the code asks for, and no other', () => {
    const sources = ['graph', 'app'].flatMap((room) => readdirSync(join(root, 'src', room)).filter((name) => name.endsWith('.ts')).map((name) => read('src', room, name)));
    const asked = new Set(sources.flatMap((source) => [...source.matchAll(/Scopes = \[([^\]]*)\]/g)].flatMap((found) => [...(found[1] ?? '').matchAll(/'([\w.]+)'/g)].map((one) => one[1]))));
    const named = [...administrators.matchAll(/^ *\| `([A-Z]\w+\.[\w.]+)` \|/gm)].map((found) => found[1]);
    expect(asked.size).toBeGreaterThan(3);
    expect([...named].sort()).toEqual([...asked].sort());
  });

  it('names each setting the build reads, and each cloud', () => {
    const settings = [...read('src', 'build', 'buildSettings.ts').matchAll(/given\('([A-Z_]+)'\)/g)].map((found) => found[1]);
    for (const setting of new Set(settings)) expect(administrators).toContain(`| \`${setting}\` |`);
    for (const cloud of Object.values(clouds)) {
      for (const address of [cloud.graph, ...cloud.logins, ...cloud.outlook]) expect(administrators).toContain(address.replace('https://', ''));
    }
  });
});

describe('the documents', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'src/README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

  it.each(pages)('%s links to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((found) => found[1] ?? '').filter((link) => !/^[a-z]+:/.test(link));
    for (const link of links) expect([link, existsSync(join(root, dirname(page), link))]).toEqual([link, true]);
  });
});
