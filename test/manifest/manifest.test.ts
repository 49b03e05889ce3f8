import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeholderOrigin } from '../../src/build/addIn.ts';
import { manifestXml } from '../../src/build/manifestXml.ts';
import { manifestFaults, schemaFaults } from './manifestFaults.ts';
import { declaredPermissions, membersNamed, neededPermission } from './neededPermission.ts';

const root = join(__dirname, '..', '..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const needed = neededPermission(root);
const expected = { folder: root, permission: needed.permission, pages: ['taskpane.html', 'about.html', 'commands.html'] };

describe('manifest.xml', () => {
  it('is valid against the schema', async () => {
    expect(await schemaFaults(manifest)).toEqual([]);
  });

  it('has none of the faults a schema does not see', () => {
    expect(manifestFaults(manifest, expected)).toEqual([]);
  });

  it('is what "npm run manifest" writes', () => {
    expect(manifest).toBe(manifestXml(placeholderOrigin));
  });

  it('names no test host', () => {
    expect(manifest).not.toContain('localhost');
  });

  it('can be read by the official package', () => {
    const { execFileSync } = jest.requireActual<typeof import('node:child_process')>('node:child_process');
    const out = execFileSync(process.execPath, [join(root, 'node_modules', 'office-addin-manifest', 'cli.js'), 'info', join(root, 'manifest.xml')], { encoding: 'utf8' });
    expect(out).toContain('Contact Pane');
  });
});

describe('the permission', () => {
  it('is what the called members need, no more and no less', () => {
    // The organizer of an event one organizes can be read with ReadWriteItem only.
    expect(needed.permission).toBe('ReadWriteItem');
    expect(needed.because).toContain('AppointmentCompose.organizer');
  });

  it('is read out of the type declarations', () => {
    const declared = declaredPermissions(root);
    expect(declared.size).toBeGreaterThan(200);
    expect(declared.get('Mailbox.masterCategories')).toBe(3);
    expect(membersNamed('Office.context.mailbox.masterCategories.getAsync()', declared)).toContain('Mailbox.masterCategories');
    expect(membersNamed("member(item, 'to') // Office.context.mailbox.masterCategories", declared)).toEqual(['MessageRead.to', 'MessageCompose.to']);
  });
});

/** A check nobody has seen fail proves nothing: each fault is planted once. */
describe('a broken manifest is noticed', () => {
  const planted: readonly (readonly [string, (xml: string) => string, RegExp])[] = [
    ['a required icon size is removed from one button', (xml) => xml.replace(/\s*<bt:Image size="80" resid="Icon\.80"\/>/, ''), /no icon of 80/],
    ['a required icon size is removed everywhere', (xml) => xml.replace(/\s*<bt:Image (?:size="16"|id="Icon\.16")[^>]*\/>/g, ''), /no icon of 16/],
    ['the permission is raised', (xml) => xml.replace('>ReadWriteItem<', '>ReadWriteMailbox<'), /ReadWriteMailbox is more than/],
    ['the permission is lowered', (xml) => xml.replace('>ReadWriteItem<', '>ReadItem<'), /the code needs ReadWriteItem/],
    ['an address is not https', (xml) => xml.replace('https://contact-pane.example/taskpane.html', 'http://contact-pane.example/taskpane.html'), /not https/],
    ['a resource id leads nowhere', (xml) => xml.replace('<Label resid="Open.Label"/>', '<Label resid="Opne.Label"/>'), /names Opne\.Label/],
    ['a control id is used twice', (xml) => xml.replaceAll('id="msgCompose.open"', 'id="msgRead.open"'), /msgRead\.open is used twice/],
    ['an icon has the wrong picture', (xml) => xml.replace('id="Icon.32" DefaultValue="https://contact-pane.example/assets/icon-32.png"', 'id="Icon.32" DefaultValue="https://contact-pane.example/assets/icon-48.png"'), /the icon of 32/],
    ['an icon does not exist', (xml) => xml.replace('assets/icon-40.png', 'assets/icon-41.png'), /icon-41\.png does not exist/],
    ['a page nobody serves', (xml) => xml.replaceAll('taskpane.html', 'pane.html'), /pane\.html is not served/],
    ['a second host', (xml) => xml.replace('https://contact-pane.example/about.html', 'https://staging.example/about.html'), /more than one host/],
    ['pinning on an event', (xml) => xml.replaceAll('<SourceLocation resid="Pane.Url"/>\n', '<SourceLocation resid="Pane.Url"/><SupportsPinning>true</SupportsPinning>\n'), /pinning is wrong on Appointment/],
    ['a surface is gone from one set of overrides', (xml) => xml.replace(/<ExtensionPoint xsi:type="MessageComposeCommandSurface">[\s\S]*?<\/ExtensionPoint>/, ''), /the surfaces are/],
    ['a label is not translated', (xml) => xml.replace(/\s*<bt:Override Locale="de-DE" Value="Kontaktbereich"\/>/, ''), /has no German/],
    ['the order is wrong', (xml) => xml.replace(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, '$2$1'), /^schema/],
    ['the id is no GUID', (xml) => xml.replace(/<Id>.*<\/Id>/, '<Id>contact-pane</Id>'), /^schema/],
  ];

  it.each(planted)('%s', async (_what, breakIt, complaint) => {
    const broken = breakIt(manifest);
    expect(broken).not.toBe(manifest);
    const faults = complaint.source.startsWith('^schema') ? await schemaFaults(broken) : manifestFaults(broken, expected);
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(complaint)]));
  });
});
