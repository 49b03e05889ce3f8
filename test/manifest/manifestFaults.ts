import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const schemaFolder = join(__dirname, 'schema');
const requiredIcons = ['16', '32', '80'];
const permissions = ['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'];
const surfaces = ['AppointmentAttendeeCommandSurface', 'AppointmentOrganizerCommandSurface', 'MessageComposeCommandSurface', 'MessageReadCommandSurface'];

export type Expected = {
  /** Where `assets/` and the pages lie. */
  readonly folder: string;
  /** The smallest permission that covers what the code calls. */
  readonly permission: string;
  /** Pages and scripts that are served beside `assets/`. */
  readonly pages: readonly string[];
};

/** What is wrong with an add-in only manifest that a schema cannot say, one line each. */
export function manifestFaults(xml: string, expected: Expected): readonly string[] {
  return [...addressFaults(xml, expected), ...overrideFaults(xml), ...permissionFaults(xml, expected)];
}

/** What the schema says against it. */
export async function schemaFaults(xml: string): Promise<readonly string[]> {
  const { validateXML } = await import('xmllint-wasm');
  const file = (fileName: string) => ({ fileName, contents: readFileSync(join(schemaFolder, fileName), 'utf8') });
  const main = 'OfficeAppManifestV1_1.xsd';
  const result = await validateXML({
    xml: [{ fileName: 'manifest.xml', contents: xml }],
    schema: [file(main)],
    preload: readdirSync(schemaFolder).filter((name) => name.endsWith('.xsd') && name !== main).map(file),
  });
  return result.errors.map((error) => `schema: ${error.message}`);
}

function addressFaults(xml: string, { folder, pages }: Expected): readonly string[] {
  const faults: string[] = [];
  const addresses = [...xml.matchAll(/(?:DefaultValue|Value)="(https?:[^"]*)"|<AppDomain>([^<]*)</g)].map((found) => found[1] ?? found[2] ?? '');
  if (addresses.length < 10) faults.push('there are hardly any addresses');
  const origins = new Set<string>();
  for (const address of addresses) {
    if (!address.startsWith('https://')) faults.push(`${address} is not https`);
    if (address.length > 2048) faults.push(`${address} is too long`);
    if (!URL.canParse(address)) {
      faults.push(`${address} is no address`);
      continue;
    }
    const { origin, pathname } = new URL(address);
    origins.add(origin);
    const name = pathname.slice(1);
    if (/^assets\//.test(name)) faults.push(...iconFaults(join(folder, name), name));
    else if (name !== '' && !pages.includes(name)) faults.push(`${name} is not served`);
  }
  if (origins.size > 1) faults.push(`more than one host: ${[...origins].join(', ')}`);
  for (const domain of values(xml, 'AppDomain')) if (!/^https:\/\/[^/*]+$/.test(domain)) faults.push(`AppDomain ${domain} is more than scheme and host`);
  for (const [element, size] of [['IconUrl', 64], ['HighResolutionIconUrl', 128]] as const) {
    if (!attributes(xml, element, 'DefaultValue')[0]?.endsWith(`icon-${size}.png`)) faults.push(`${element} is not of ${size} pixels`);
  }
  if (Buffer.byteLength(xml) > 256 * 1024) faults.push('the manifest is larger than 256 KB');
  return faults;
}

/** The name says the size, and the picture has it. */
function iconFaults(file: string, name: string): readonly string[] {
  if (!existsSync(file)) return [`${name} does not exist`];
  const size = Number(/-(\d+)\.png$/.exec(name)?.[1]);
  const real = pngSize(file);
  return real !== null && real.width === size && real.height === size ? [] : [`${name} is no PNG of ${size} pixels`];
}

/** Width and height from a PNG's header; null when it is no PNG. */
export function pngSize(file: string): { readonly width: number; readonly height: number } | null {
  const bytes = readFileSync(file);
  return bytes.readUInt32BE(0) === 0x89504e47 ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

function overrideFaults(xml: string): readonly string[] {
  return Object.entries(overrides(xml)).flatMap(([version, text]) => {
    const faults: string[] = [];
    const kinds: Record<string, readonly string[]> = { Image: attributes(text, 'Image', 'id'), Url: attributes(text, 'Url', 'id'), String: attributes(text, 'String', 'id') };
    const wanted = { Label: 'String', Title: 'String', Description: 'String', Image: 'Image', SourceLocation: 'Url', FunctionFile: 'Url' };
    for (const [element, kind] of Object.entries(wanted)) {
      for (const id of attributes(text, element, 'resid')) if (!kinds[kind]?.includes(id)) faults.push(`${element} names ${id}, which is no ${kind} here`);
    }
    for (const id of twice([...attributes(text, 'Control', 'id'), ...attributes(text, 'Group', 'id')])) faults.push(`the id ${id} is used twice`);
    for (const id of twice(Object.values(kinds).flat())) faults.push(`the resource ${id} is there twice`);
    for (const id of Object.values(kinds).flat()) if (!text.includes(`resid="${id}"`)) faults.push(`the resource ${id} is used by nobody`);

    const points = text.split('<ExtensionPoint ').slice(1);
    const found = points.map((point) => /xsi:type="(\w+)"/.exec(point)?.[1] ?? '').sort();
    if (found.join() !== surfaces.join()) faults.push(`the surfaces are ${found.join(', ')}`);
    for (const point of points) {
      const name = /xsi:type="(\w+)"/.exec(point)?.[1] ?? '';
      if (point.includes('<SupportsPinning>true') !== (version === '1.1' && name.startsWith('Message'))) faults.push(`pinning is wrong on ${name}`);
      for (const control of point.split('<Control ').slice(1)) {
        const sizes = attributes(control, 'Image', 'size');
        const missing = requiredIcons.filter((size) => !sizes.includes(size));
        if (missing.length > 0) faults.push(`a button on ${name} has no icon of ${missing.join(', ')}`);
        for (const id of attributes(control, 'Image', 'resid')) {
          const size = new RegExp(`size="(\\d+)" resid="${id}"`).exec(control)?.[1];
          const address = new RegExp(`<bt:Image id="${id}" DefaultValue="([^"]*)"`).exec(text)?.[1] ?? '';
          if (!address.endsWith(`-${size}.png`)) faults.push(`the icon of ${size} on ${name} is ${address}`);
        }
      }
    }
    if (version === '1.1' && !text.includes('<SupportsSharedFolders>true')) faults.push('shared folders are left out');
    // Each text of a ribbon in every language there is.
    for (const string of text.split('<bt:String ').slice(1)) if (!string.split('</bt:String>')[0]?.includes('Locale="de-DE"')) faults.push(`a label has no German: ${string.slice(0, 40)}`);
    return faults.map((fault) => `overrides ${version}: ${fault}`);
  });
}

function permissionFaults(xml: string, expected: Expected): readonly string[] {
  const asked = values(xml, 'Permissions')[0] ?? '';
  if (permissions.indexOf(asked) > permissions.indexOf('ReadWriteItem')) return [`the permission ${asked} is more than ReadWriteItem`];
  return asked === expected.permission ? [] : [`the permission is ${asked}; the code needs ${expected.permission}`];
}

/** The two sets of overrides, the outer one without the inner. */
function overrides(xml: string): Record<'1.0' | '1.1', string> {
  const end = '</VersionOverrides>';
  const inner = xml.indexOf('<VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1"');
  const innerEnd = xml.indexOf(end, inner) + end.length;
  const outer = xml.indexOf('<VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides"');
  return { '1.0': xml.slice(outer, inner) + xml.slice(innerEnd), '1.1': xml.slice(inner, innerEnd) };
}

const attributes = (text: string, element: string, attribute: string): string[] =>
  [...text.matchAll(new RegExp(`<(?:\\w+:)?${element}\\b[^>]*\\s${attribute}="([^"]*)"`, 'g'))].map((found) => found[1] ?? '');
const values = (text: string, element: string): string[] =>
  [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map((found) => found[1] ?? '');
const twice = (ids: readonly string[]) => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
