import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { addIn } from '../../src/build/addIn.ts';
import { manifestJson } from '../../src/build/manifestJson.ts';
import { pngSize } from './manifestFaults.ts';

const root = join(__dirname, '..', '..');
const { manifest, german } = manifestJson('https://contacts.example.com', '11111111-2222-3333-4444-555555555555');

/** The schemas are of draft 04; nothing in them means something else in the draft Ajv reads. */
function complaints(schemaFile: string, document: unknown): readonly string[] {
  const text = readFileSync(join(__dirname, 'schema', 'unified', schemaFile), 'utf8').replace(/^\uFEFF/, '');
  expect(text).not.toMatch(/"exclusiveM(in|ax)imum": (true|false)/);
  const { $schema: draft, ...schema } = JSON.parse(text) as Record<string, unknown>;
  expect(draft).toBe('http://json-schema.org/draft-04/schema#');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  validate(document);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
const manifestComplaints = (document: unknown) => complaints('MicrosoftTeams-v1.25.schema.json', document);
/** The manifest with another value in one place; undefined takes it out. */
function changed(place: string, value: unknown): unknown {
  const copy: unknown = structuredClone(manifest);
  const steps = place.split('.');
  const last = steps.pop() ?? '';
  const inside = steps.reduce<unknown>((here, step) => (here as Record<string, unknown>)[step], copy) as Record<string, unknown>;
  if (value === undefined) delete inside[last];
  else inside[last] = value;
  return copy;
}

type Ribbon = { contexts: string[]; tabs: { groups: { controls: { id: string; actionId: string; label: string; icons: { size: number; url: string }[] }[] }[] }[] };
const { extensions } = manifest as unknown as { extensions: [{ ribbons: Ribbon[]; runtimes: { actions: { id: string; pinnable?: boolean }[] }[] }] };

describe('the unified manifest', () => {
  it('is valid against its schema, and so are its German words', () => {
    expect(manifestComplaints(manifest)).toEqual([]);
    expect(complaints('MicrosoftTeams.Localization-v1.30.schema.json', german)).toEqual([]);
  });

  const button = 'extensions.0.ribbons.0.tabs.0.groups.0.controls.0';
  it.each([
    ['a permission of a kind there is not', 'authorization.permissions.resourceSpecific.0.type', 'Everything'],
    ['an icon of a size there is not', `${button}.icons.0.size`, 17],
    ['a button without words', `${button}.supertip`, undefined],
    ['no id', 'id', undefined],
  ])('is refused with %s', (_what, place, value) => {
    expect(manifestComplaints(changed(place, value))).not.toEqual([]);
  });

  it('is the twin of the XML one', () => {
    const xml = readFileSync(join(root, 'manifest.xml'), 'utf8');
    expect(xml).toContain(`<Id>${(manifest as { id: string }).id}</Id>`);
    expect(xml).toContain(`<Version>${(manifest as { version: string }).version}.0</Version>`);
    const controls = (text: string) => [...new Set([...text.matchAll(/<Control [^>]*\bid="([^"]*)"/g)].map((found) => found[1]))].sort();
    const own = extensions[0].ribbons.flatMap((ribbon) => ribbon.tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls.map((control) => control.id))));
    expect([...own].sort()).toEqual(controls(xml));
    expect(extensions[0].ribbons.map((ribbon) => ribbon.contexts[0])).toEqual(['mailRead', 'mailCompose', 'meetingDetailsOrganizer', 'meetingDetailsAttendee']);
  });

  it('asks for the permission the XML one asks for', () => {
    expect(addIn.permission).toBe('ReadWriteItem');
    expect(manifest).toMatchObject({ authorization: { permissions: { resourceSpecific: [{ name: 'MailboxItem.ReadWrite.User', type: 'Delegated' }] } } });
  });

  it('has an action behind every button, and pins on messages only', () => {
    const actions = extensions[0].runtimes.flatMap((runtime) => runtime.actions);
    for (const ribbon of extensions[0].ribbons) {
      for (const control of ribbon.tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls))) {
        const action = actions.find((one) => one.id === control.actionId);
        expect(action).toBeDefined();
        if (control.id.endsWith('.open')) expect(action?.pinnable === true).toBe(/^mail/.test(ribbon.contexts[0] ?? ''));
        expect(control.icons.map((icon) => icon.size)).toEqual([16, 32, 80]);
      }
    }
  });

  it('has its pictures in the sizes that are asked for', () => {
    const { icons } = manifest as unknown as { icons: { outline: string; color: string } };
    expect(pngSize(join(root, icons.outline))).toEqual({ width: 32, height: 32 });
    expect(pngSize(join(root, icons.color))).toEqual({ width: 192, height: 192 });
  });

  it('says in German what it says in English, in every place', () => {
    for (const [place, word] of Object.entries(german)) {
      if (place === '$schema') continue;
      const english: unknown = place.split(/[.[\]]+/).filter(Boolean).reduce<unknown>((inside, step) => (inside as Record<string, unknown>)[step], manifest);
      expect(typeof english).toBe('string');
      expect(word).not.toBe('');
    }
    const labels = extensions[0].ribbons.flatMap((ribbon) => ribbon.tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls)));
    expect(Object.keys(german).filter((place) => /controls\[\d+\]\.label$/.test(place))).toHaveLength(labels.length);
  });
});
