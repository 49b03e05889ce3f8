import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');

/** Every value of an attribute on elements of this name. */
const attributes = (element: string, attribute: string, text = manifest): string[] =>
  [...text.matchAll(new RegExp(`<(?:\\w+:)?${element}\\b[^>]*\\s${attribute}="([^"]*)"`, 'g'))].map((found) => found[1] ?? '');

/** The two VersionOverrides, the outer one without the inner. */
function overrides(): { readonly v10: string; readonly v11: string } {
  const inner = manifest.indexOf('<VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1"');
  const innerEnd = manifest.indexOf('</VersionOverrides>', inner) + '</VersionOverrides>'.length;
  const outer = manifest.indexOf('<VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides"');
  return { v10: manifest.slice(outer, inner) + manifest.slice(innerEnd), v11: manifest.slice(inner, innerEnd) };
}

/** Width and height from a PNG's header chunk; null when it is no PNG. */
function pngSize(file: string): { readonly width: number; readonly height: number } | null {
  const bytes = readFileSync(file);
  return bytes.readUInt32BE(0) === 0x89504e47 ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

describe('manifest.xml', () => {
  it('is valid against the schema', async () => {
    const { validateXML } = await import('xmllint-wasm');
    const folder = join(__dirname, 'schema');
    const file = (fileName: string) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') });
    const main = 'OfficeAppManifestV1_1.xsd';
    const result = await validateXML({
      xml: [{ fileName: 'manifest.xml', contents: manifest }],
      schema: [file(main)],
      preload: readdirSync(folder).filter((name) => name.endsWith('.xsd') && name !== main).map(file),
    });
    expect(result.errors).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('names only https addresses', () => {
    const addresses = [...manifest.matchAll(/(?:DefaultValue|Value)="(https?:[^"]*)"|<AppDomain>([^<]*)</g)].map((found) => found[1] ?? found[2] ?? '');
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(address).toMatch(/^https:\/\//);
    expect(manifest).not.toContain('localhost');
  });

  it.each(['v10', 'v11'] as const)('resolves every resource id inside the overrides %s, and uses every id once', (version) => {
    const text = overrides()[version];
    const defined = new Set([...attributes('Image', 'id', text), ...attributes('Url', 'id', text), ...attributes('String', 'id', text)]);
    for (const resid of [...text.matchAll(/resid="([^"]*)"/g)].map((found) => found[1] ?? '')) {
      expect(defined).toContain(resid);
      expect(resid.length).toBeLessThanOrEqual(32);
    }
    const controls = attributes('Control', 'id', text);
    expect(new Set(controls).size).toBe(controls.length);
  });

  it.each(['v10', 'v11'] as const)('has a button with the required icon sizes on the four surfaces in %s', (version) => {
    const text = overrides()[version];
    const surfaces = text.split('<ExtensionPoint ').slice(1);
    expect(surfaces.map((surface) => /xsi:type="(\w+)"/.exec(surface)?.[1]).sort()).toEqual([
      'AppointmentAttendeeCommandSurface', 'AppointmentOrganizerCommandSurface',
      'MessageComposeCommandSurface', 'MessageReadCommandSurface',
    ]);
    for (const surface of surfaces) {
      expect(attributes('Image', 'size', surface)).toEqual(expect.arrayContaining(['16', '32', '80']));
    }
  });

  it('can be pinned on the two message surfaces and nowhere else', () => {
    const pinned = overrides().v11.split('<ExtensionPoint ').slice(1).filter((surface) => surface.includes('<SupportsPinning>true'));
    expect(pinned.map((surface) => /xsi:type="(\w+)"/.exec(surface)?.[1]).sort()).toEqual(['MessageComposeCommandSurface', 'MessageReadCommandSurface']);
  });

  it('has a picture of the declared size for every icon', () => {
    for (const name of new Set([...manifest.matchAll(/\/assets\/(icon-\d+\.png)"/g)].map((found) => found[1] ?? ''))) {
      const size = Number(/\d+/.exec(name)?.[0]);
      expect(pngSize(join(root, 'assets', name))).toEqual({ width: size, height: size });
    }
    expect(attributes('IconUrl', 'DefaultValue')[0]).toMatch(/icon-64\.png$/);
    expect(attributes('HighResolutionIconUrl', 'DefaultValue')[0]).toMatch(/icon-128\.png$/);
  });

  it('asks for no more than ReadWriteItem', () => {
    expect(/<Permissions>(\w+)</.exec(manifest)?.[1]).toMatch(/^(Restricted|ReadItem|ReadWriteItem)$/);
  });

  it('can be read by the official package', () => {
    const { execFileSync } = jest.requireActual<typeof import('node:child_process')>('node:child_process');
    const out = execFileSync(process.execPath, [join(root, 'node_modules', 'office-addin-manifest', 'cli.js'), 'info', join(root, 'manifest.xml')], { encoding: 'utf8' });
    expect(out).toContain('Contact Pane');
  });
});
