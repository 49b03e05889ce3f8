/**
 * The only change the sandbox makes to the pane: where office.js comes from, and which Graph it talks to; to the page
 * that signs in also which authority, and under which registration. The build itself stays as it is.
 */
/** Each cloud has an address of its own for it. */
const microsoftsOfficeJs = /(?<=<script src=["'])https:\/\/[^"'\s>]+\/office\.js(?=["'])/g;
const settingsTag = /<meta\b[^>]*\bname=["']?contact-pane-settings["']?[^>]*>/i;
const contentValue = /\bcontent=(?:"([^"]*)"|'([^']*)')/i;

export type Stamped = { readonly html: string; readonly complaints: readonly string[] };

export type PaneAddresses = { readonly graphUrl: string; readonly authority?: string; readonly clientId?: string; readonly schemaExtension?: string };

export function stampPaneHtml(html: string, addresses: PaneAddresses): Stamped {
  const complaints: string[] = [];
  const withOffice = html.replace(microsoftsOfficeJs, '/office-js/office.js');
  if (withOffice === html) complaints.push('loads no office.js of Microsoft');

  const tag = settingsTag.exec(withOffice)?.[0];
  const content = tag === undefined ? null : contentValue.exec(tag);
  const text = content?.[1] ?? content?.[2];
  if (tag === undefined || text === undefined) {
    return { html: withOffice, complaints: [...complaints, 'has no settings (meta contact-pane-settings)'] };
  }
  try {
    const settings = JSON.parse(decode(text)) as Record<string, unknown>;
    const newTag = tag.replace(contentValue, () => `content="${encode(JSON.stringify({ ...settings, ...addresses }))}"`);
    return { html: withOffice.replace(tag, () => newTag), complaints };
  } catch {
    return { html: withOffice, complaints: [...complaints, 'has settings that are not JSON'] };
  }
}

const entities: Readonly<Record<string, string>> = { quot: '"', '#34': '"', '#x22': '"', apos: "'", '#39': "'", '#x27': "'", lt: '<', gt: '>', amp: '&' };

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}

function encode(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
