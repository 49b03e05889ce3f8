import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clouds, foreignHosts } from '../../src/build/clouds.ts';
import type { Cloud } from '../../src/build/clouds.ts';
import { strikeOut, struckOut } from '../../src/build/oneCloudLoader.js';

const root = join(__dirname, '..', '..');

/** `npm run build` with these settings and no others. */
function build(settings: Record<string, string>, out: string) {
  const none = { CONTACT_PANE_HOST: '', CLIENT_ID: '', CLOUD: '', AUTHORITY: '', OFFICE_JS_URL: '', OUTLOOK_HOSTS: '', SCHEMA_EXTENSION: '' };
  return spawnSync(process.execPath, [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(root, 'src', 'build', 'main.ts'), '--out', out],
    { cwd: root, env: { ...process.env, ...none, ...settings, NODE_OPTIONS: '' }, encoding: 'utf8' });
}

const filesIn = (folder: string) => readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

const foreignIn = (text: string, cloud: Cloud) => foreignHosts(cloud).filter((host) => new RegExp(`(?<![\\w-])${host.replaceAll('.', '\\.')}(?![\\w-])`).test(text));

describe('npm run build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contact-pane-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fails with nothing set, and says what to set', () => {
    const { status, stdout } = build({}, join(folder, 'nothing'));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^CONTACT_PANE_HOST is not set\. Set it to /m);
    expect(stdout).toMatch(/^CLIENT_ID is not set\. Set it to /m);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes a folder any static host can serve, for one cloud alone', () => {
    const out = join(folder, 'dist');
    const { status, stdout } = build({ CONTACT_PANE_HOST: 'contacts.example.cn', CLIENT_ID: '11111111-2222-3333-4444-555555555555', CLOUD: 'china' }, out);
    expect(stdout).toContain('is for https://contacts.example.cn in China');
    expect(status).toBe(0);
    const files = filesIn(out);
    const read = (name: string) => readFileSync(join(out, name), 'utf8');

    for (const file of files) if (!file.endsWith('.png')) expect([file, foreignIn(read(file), clouds.china)]).toEqual([file, []]);
    for (const file of files) if (!file.endsWith('.png')) expect([file, /localhost|sandbox\/|contact-pane\.example/.test(read(file))]).toEqual([file, false]);

    // office.js comes from Microsoft; maps lie apart.
    expect(files.filter((file) => /office(\.debug)?\.js$|outlook-web|\.map$/.test(file))).toEqual([]);
    expect(filesIn(`${out}-apart`)).toEqual(expect.arrayContaining(['headers.json', 'nginx.conf', expect.stringMatching(/^maps.taskpane\..*\.js\.map$/)]));

    // Every script but those that stand in a page by name has its content in its name.
    expect(files.filter((file) => file.endsWith('.js') && !/\.[0-9a-f]{10}\.js$/.test(file))).toEqual(['consent.js', 'trustedTypes.js']);
    const page = read('taskpane.html');
    expect(page).toContain('<script src="https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js"></script>');
    expect(page).toContain('&quot;clientId&quot;:&quot;11111111-2222-3333-4444-555555555555&quot;');
    expect(page).toContain('&quot;graphUrl&quot;:&quot;https://microsoftgraph.chinacloudapi.cn&quot;');

    expect(read('manifest.xml')).toContain('<AppDomain>https://contacts.example.cn</AppDomain>');
    expect(JSON.parse(read('manifest.json'))).toMatchObject({ webApplicationInfo: { id: '11111111-2222-3333-4444-555555555555' }, validDomains: ['contacts.example.cn'] });
    expect(files).toEqual(expect.arrayContaining(['_headers', 'staticwebapp.config.json', 'web.config', '.htaccess', 'manifest.de-de.json', 'about.html', 'assets/icon-192.png']));
  }, 180_000);
});

describe('the tables of clouds inside packages', () => {
  const scripts = [
    '@azure/msal-browser/lib/msal-browser.js',
    '@microsoft/office-js-helpers/dist/office.helpers.js',
  ].map((name) => readFileSync(join(root, 'node_modules', name), 'utf8')).join('\n');

  it.each(Object.values(clouds))('are cut to $name', (cloud) => {
    expect(foreignIn(scripts, cloud)).not.toEqual([]);
    const cut = strikeOut(scripts, foreignHosts(cloud));
    expect(foreignIn(cut, cloud)).toEqual([]);
    expect(cut).toContain(struckOut);
    // What signing in needs is still there.
    for (const login of cloud.logins) expect(cut).toContain(new URL(login).host);
  });

  it('are cut by whole names', () => {
    expect(strikeOut('https://dod-graph.microsoft.us graph.microsoft.us', ['graph.microsoft.us'])).toBe(`https://dod-graph.microsoft.us ${struckOut}`);
  });
});
