import { headersOf, onThisMachine, readHeadersFile } from '../../../src/sandbox/fakeOutlook/builtHeaders.ts';

const file = readHeadersFile(`# a remark
/*
  Content-Security-Policy: default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; connect-src 'self' https://graph.microsoft.com https://login.microsoftonline.com; frame-ancestors https://outlook.office.com; trusted-types default
  Strict-Transport-Security: max-age=31536000
/taskpane.html
  Cache-Control: no-store
`);
const machine = { graphUrl: 'http://localhost:3001/', hostPage: 'https://localhost:3000' };

describe('the headers a build asks for', () => {
  it('are found by path', () => {
    expect(Object.keys(headersOf('/taskpane.html', file))).toEqual(['Content-Security-Policy', 'Strict-Transport-Security', 'Cache-Control']);
    expect(headersOf('/other.js', file)).not.toHaveProperty('Cache-Control');
  });

  it('are enforced with this machine in place of Microsoft, and nothing made weaker', () => {
    expect(onThisMachine(headersOf('/taskpane.html', file), machine)).toEqual({
      'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self' http://localhost:3001 https://localhost:3000; frame-ancestors https://localhost:3000; trusted-types default",
      'Cache-Control': 'no-store',
    });
  });
});
