import { stampPaneHtml } from '../../../src/sandbox/fakeOutlook/paneHtml.ts';

const script = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
const settings = { graphUrl: 'https://graph.microsoft.com', clientId: 'a&b', authority: 'https://login.microsoftonline.com/common' };
const escaped = JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const page = (meta: string) => `<head>${meta}<script src="trustedTypes.js"></script>${script}</head><body>$& text</body>`;
const content = (html: string) => {
  const text = /content="([^"]*)"/.exec(html)?.[1] ?? '';
  return JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as unknown;
};

describe('the pane as the sandbox serves it', () => {
  it('differs from the build in two addresses and in nothing else', () => {
    const { html, complaints } = stampPaneHtml(page(`<meta name="contact-pane-settings" content="${escaped}">`), { graphUrl: 'http://localhost:3001' });
    expect(complaints).toEqual([]);
    expect(html).toContain('<script src="/office-js/office.js"></script>');
    expect(content(html)).toEqual({ ...settings, graphUrl: 'http://localhost:3001' });
    const back = html.replace('/office-js/office.js', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js')
      .replace('http://localhost:3001', 'https://graph.microsoft.com');
    expect(back).toBe(page(`<meta name="contact-pane-settings" content="${escaped}">`));
  });

  it('reads settings in single quotes as well', () => {
    const { html } = stampPaneHtml(page(`<meta content='${JSON.stringify(settings).replaceAll('&', '&amp;')}' name=contact-pane-settings>`), { graphUrl: 'http://localhost:3001' });
    expect(content(html)).toMatchObject({ graphUrl: 'http://localhost:3001', clientId: 'a&b' });
  });

  it.each([
    ['<html></html>', 2], [page(''), 1], [page('<meta name="contact-pane-settings" content="{oops">'), 1],
  ])('complains instead of failing about a page that is not as expected', (html, count) => {
    expect(stampPaneHtml(html, { graphUrl: 'http://localhost:3001' }).complaints).toHaveLength(count);
  });
});
