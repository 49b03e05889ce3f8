import { readBuildSettings } from '../../src/build/buildSettings.ts';

const enough = { CONTACT_PANE_HOST: 'contacts.example.com', CLIENT_ID: '11111111-2222-3333-4444-555555555555' };
const read = (environment: Record<string, string>) => {
  const result = readBuildSettings(environment);
  return result.ok ? result.settings : result.sentences;
};

describe('the settings of a build', () => {
  it('are said to be missing, each by its name and with what to set', () => {
    const sentences = read({}) as readonly string[];
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toMatch(/^CONTACT_PANE_HOST is not set\. Set it to /);
    expect(sentences[1]).toMatch(/^CLIENT_ID is not set\. Set it to /);
  });

  it('need no more than a host and a registration', () => {
    expect(read(enough)).toMatchObject({
      origin: 'https://contacts.example.com', clientId: enough.CLIENT_ID, cloud: { name: 'global' },
      authority: 'https://login.microsoftonline.com/common', officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    });
  });

  it.each([
    ['usgov', 'https://graph.microsoft.us', 'https://login.microsoftonline.us/organizations'],
    ['usgovdod', 'https://dod-graph.microsoft.us', 'https://login.microsoftonline.us/organizations'],
    ['china', 'https://microsoftgraph.chinacloudapi.cn', 'https://login.chinacloudapi.cn/organizations'],
  ])('name a cloud: %s', (CLOUD, graph, authority) => {
    expect(read({ ...enough, CLOUD })).toMatchObject({ cloud: { graph }, authority });
  });

  it.each([
    ['https://contacts.example.com/', 'https://contacts.example.com'], ['CONTACTS.example.com:8443', 'https://contacts.example.com:8443'], ['localhost:3000', 'https://localhost:3000'],
  ])('take %s for a host', (CONTACT_PANE_HOST, origin) => {
    expect(read({ ...enough, CONTACT_PANE_HOST })).toMatchObject({ origin });
  });

  it.each([
    ['7d0c1f52-5b7e-4c1b-9a3a-2f0b6e4c8d11', 'https://login.microsoftonline.com/7d0c1f52-5b7e-4c1b-9a3a-2f0b6e4c8d11'],
    ['example.onmicrosoft.com', 'https://login.microsoftonline.com/example.onmicrosoft.com'],
    ['https://login.microsoftonline.com/organizations/', 'https://login.microsoftonline.com/organizations'],
  ])('take %s for an authority', (AUTHORITY, authority) => {
    expect(read({ ...enough, AUTHORITY })).toMatchObject({ authority });
  });

  it.each([
    [{ CLOUD: 'moon' }, /^CLOUD=moon is none/],
    [{ CLOUD: 'toString' }, /^CLOUD=toString is none/],
    [{ CONTACT_PANE_HOST: 'http://contacts.example.com' }, /^CONTACT_PANE_HOST=.* is no host/],
    [{ CONTACT_PANE_HOST: 'example.com/contacts' }, /no path/],
    [{ CONTACT_PANE_HOST: '*.example.com' }, /is no host/],
    [{ CLIENT_ID: 'contact-pane' }, /is no application id/],
    [{ CLOUD: 'china', AUTHORITY: 'https://login.microsoftonline.com/common' }, /^AUTHORITY=.* does not belong to China/],
    [{ OFFICE_JS_URL: 'http://example.com/office.js' }, /no https address/],
    [{ SCHEMA_EXTENSION: 'contact data' }, /^SCHEMA_EXTENSION=/],
    [{ OUTLOOK_HOSTS: 'https://mail.example.com/owa' }, /^OUTLOOK_HOSTS names/],
  ])('refuse %j with a sentence', (odd, sentence) => {
    expect(read({ ...enough, ...odd })).toEqual([expect.stringMatching(sentence)]);
  });

  it('may name the organisation\'s fields', () => {
    expect(read({ ...enough, SCHEMA_EXTENSION: 'extkvbmkofy_contactData' })).toMatchObject({ schemaExtension: 'extkvbmkofy_contactData' });
    expect(read(enough)).toMatchObject({ schemaExtension: null });
  });

  it('add a company\'s own Outlook address to those that may show the pane', () => {
    expect(read({ ...enough, OUTLOOK_HOSTS: 'https://mail.example.com https://*.example.org' })).toMatchObject({
      frameAncestors: expect.arrayContaining(['https://outlook.office.com', 'https://mail.example.com', 'https://*.example.org']) as unknown,
    });
  });
});
