import { readBuildSettings } from '../../src/build/buildSettings.ts';
import type { BuildSettings } from '../../src/build/buildSettings.ts';
import { clouds, foreignHosts } from '../../src/build/clouds.ts';
import type { CloudName } from '../../src/build/clouds.ts';
import { hostFiles, serverNotes } from '../../src/build/hostFiles.ts';
import { cacheControl, contentSecurityPolicy, headerRules } from '../../src/build/securityHeaders.ts';
import { headersOf, readHeadersFile } from '../../src/sandbox/fakeOutlook/builtHeaders.ts';

const files = ['taskpane.html', 'about.html', 'taskpane.0123456789.js', 'trustedTypes.js', 'assets/icon-16.png', 'manifest.xml'];

function settingsFor(CLOUD: CloudName): BuildSettings {
  const read = readBuildSettings({ CONTACT_PANE_HOST: 'contacts.example.com', CLIENT_ID: '11111111-2222-3333-4444-555555555555', CLOUD });
  if (!read.ok) throw new Error(read.sentences.join('\n'));
  return read.settings;
}
const settings = settingsFor('global');

describe('the headers of a build', () => {
  const policy = contentSecurityPolicy(settings);

  it('let the pane talk to its own cloud and nobody else', () => {
    expect(policy).toContain("connect-src 'self' https://graph.microsoft.com https://login.microsoftonline.com;");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-(inline|eval|hashes)|\bhttp:/);
  });

  it('let Outlook show the pane, and enforce Trusted Types', () => {
    expect(policy).toContain('frame-ancestors https://outlook.office.com https://outlook.office365.com https://outlook.live.com https://*.cloud.microsoft;');
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default");
    expect(headerRules(settings, files)[0]?.headers).not.toHaveProperty('X-Frame-Options');
    expect(headerRules(settings, files)[0]?.headers).not.toHaveProperty('Cross-Origin-Opener-Policy');
  });

  it.each([
    ['taskpane.html', 'no-store'], ['taskpane.0123456789.js', 'public, max-age=31536000, immutable'],
    ['trustedTypes.js', 'no-cache'], ['assets/icon-16.png', 'public, max-age=86400'], ['manifest.xml', 'no-cache'],
  ])('say how long %s may be kept', (file, value) => {
    expect(cacheControl(file)).toBe(value);
  });

  it('give each file one answer about keeping it', () => {
    for (const file of files) {
      const rules = headerRules(settings, files).filter(({ path }) => path === `/${file}` || (path.endsWith('*') && `/${file}`.startsWith(path.slice(0, -1))));
      expect(rules.filter(({ headers }) => 'Cache-Control' in headers)).toHaveLength(1);
    }
  });
});

describe('the files for static hosts', () => {
  const written = { ...hostFiles(settings, files), ...serverNotes(settings, files) };
  const policy = contentSecurityPolicy(settings);

  it('all say the same policy, and when a page is kept', () => {
    for (const name of ['_headers', 'staticwebapp.config.json', 'web.config', '.htaccess', 'nginx.conf', 'headers.json']) {
      expect(written[name]).toContain(policy);
      expect(written[name]).toContain('no-store');
      expect(written[name]).toContain('max-age=31536000, immutable');
    }
  });

  it('can be read back as Netlify and Cloudflare Pages read theirs', () => {
    const read = readHeadersFile(written['_headers'] ?? '');
    expect(headersOf('/taskpane.html', read)).toMatchObject({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
    expect(headersOf('/assets/icon-16.png', read)).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'public, max-age=86400' });
    // Cloudflare reads no more than 2,000 characters a line and 100 rules.
    expect(Math.max(...(written['_headers'] ?? '').split('\n').map((line) => line.length))).toBeLessThan(2000);
  });

  it('are JSON and XML where they have to be', async () => {
    expect(JSON.parse(written['staticwebapp.config.json'] ?? '')).toMatchObject({ globalHeaders: { 'Content-Security-Policy': policy } });
    const { validateXML } = await import('xmllint-wasm');
    const any = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="configuration"><xs:complexType><xs:sequence><xs:any maxOccurs="unbounded" processContents="skip"/></xs:sequence></xs:complexType></xs:element></xs:schema>';
    expect((await validateXML({ xml: [{ fileName: 'web.config', contents: written['web.config'] ?? '' }], schema: [any] })).errors).toEqual([]);
  });

  it.each(Object.keys(clouds) as CloudName[])('name no host of another cloud: %s', (name) => {
    const own = settingsFor(name);
    const text = Object.values({ ...hostFiles(own, files), ...serverNotes(own, files) }).join('\n');
    for (const host of foreignHosts(own.cloud)) expect(text).not.toMatch(new RegExp(`(?<![\\w-])${host.replaceAll('.', '\\.')}`));
  });
});
