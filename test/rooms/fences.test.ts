import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');

type Violation = { readonly in: string; readonly code: string; readonly why: string };

/** Each line of the floor plan, broken once. */
const violations: readonly Violation[] = [
  { in: 'src/taskpane/Planted.tsx', code: "import '#graph/client';", why: 'the pane speaks to Graph only through app' },
  { in: 'src/taskpane/Planted.tsx', code: "import '#store/openStore';", why: 'the pane reads the store only through app' },
  { in: 'src/taskpane/Planted.tsx', code: "import '../graph/client.ts';", why: 'a relative path is no way round a door' },
  { in: 'src/taskpane/Planted.tsx', code: "export const x = () => import('#outlook/host');", why: 'nor is a late import' },
  { in: 'src/taskpane/Planted.tsx', code: "export type X = import('#auth/tokenSource').Token;", why: 'nor is a type' },
  { in: 'src/taskpane/Planted.tsx', code: "void fetch('/');", why: 'fetch is graph\'s own' },
  { in: 'src/taskpane/Planted.tsx', code: "void globalThis.fetch('/');", why: 'by any name' },
  { in: 'src/taskpane/Planted.tsx', code: 'void localStorage;', why: 'storage is touched in one guarded place' },
  { in: 'src/taskpane/Planted.tsx', code: "import '#DOMAIN/match';", why: 'doors have one spelling' },
  { in: 'src/taskpane/Planted.tsx', code: "import '@azure/msal-browser';", why: 'each package has its room' },
  { in: 'src/taskpane/features/card/Planted.tsx', code: "import '../edit/EditForm.tsx';", why: 'a feature never looks into another' },
  { in: 'src/taskpane/parts/Planted.tsx', code: "import '../features/card/Card.tsx';", why: 'shared pieces know no feature' },
  { in: 'src/domain/planted.ts', code: "void fetch('/');", why: 'the domain has no network' },
  { in: 'src/domain/planted.ts', code: 'export const now = () => Date.now();', why: 'the domain has no clock' },
  { in: 'src/domain/planted.ts', code: 'void document;', why: 'the domain has no screen' },
  { in: 'src/domain/planted.ts', code: "import '#graph/client';", why: 'the domain opens no door' },
  { in: 'src/domain/planted.ts', code: "import 'react';", why: 'the domain knows no package but the one that reads phone numbers' },
  { in: 'src/taskpane/Planted.tsx', code: "import 'libphonenumber-js/min';", why: 'which is the domain\'s own' },
  { in: 'src/graph/planted.ts', code: "import '#store/contactStore';", why: 'borders do not know each other' },
  { in: 'src/graph/planted.ts', code: "import '#auth/tokenSource';", why: 'borders do not know each other' },
  { in: 'src/graph/planted.ts', code: 'void indexedDB;', why: 'graph keeps nothing' },
  { in: 'src/store/planted.ts', code: "import '#graph/client';", why: 'the store names what it needs, it fetches nothing' },
  { in: 'src/store/planted.ts', code: "void fetch('/');", why: 'the store has no network' },
  { in: 'src/auth/planted.ts', code: "import '#outlook/host';", why: 'borders do not know each other' },
  { in: 'src/outlook/planted.ts', code: "import '#graph/client';", why: 'borders do not know each other' },
  { in: 'src/app/planted.ts', code: "import { createGraphClient } from '#graph/client'; void createGraphClient;", why: 'values are put together in compose.ts alone' },
  { in: 'src/app/planted.ts', code: "import '#sandbox/start';", why: 'the product does not know its sandbox' },
  { in: 'src/app/planted.ts', code: 'void document;', why: 'React draws, nobody else' },
  { in: 'src/commands/planted.ts', code: "import '#graph/client';", why: 'a button of the ribbon goes through app as the pane does' },
  { in: 'src/commands/planted.ts', code: 'void document;', why: 'it has nothing to draw on' },
  { in: 'src/build/planted.ts', code: "import '#domain/match';", why: 'the build knows no product code' },
  { in: 'src/sandbox/planted.ts', code: "import '#graph/wire';", why: 'the emulator shares nothing with the client' },
  { in: 'src/sandbox/planted.ts', code: "import type { Contact } from '#domain/contact'; export type X = Contact;", why: 'not even types' },
  { in: 'src/sandbox/fakeGraph/planted.ts', code: "import '../../domain/contact.ts';", why: 'a relative path is no way round' },
];

const allowed: readonly Violation[] = [
  { in: 'src/taskpane/Planted.tsx', code: "import type { Services } from '#app/services'; export type X = Services;", why: 'app is the pane\'s door' },
  { in: 'src/app/planted.ts', code: "import type { GraphClient } from '#graph/client'; export type X = GraphClient;", why: 'app may know the types of the borders' },
  { in: 'src/store/planted.ts', code: "import type { Contact } from '#domain/contact'; export type X = Contact;", why: 'everybody may open domain' },
];

describe('the fences of the floor plan', () => {
  // ESLint is an ES module with a configuration of its own to load; it runs as it does on the command line.
  const all = [...violations, ...allowed];
  let results: readonly (readonly string[])[] = [];
  beforeAll(() => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'lintLines.mjs')], { cwd: root, input: JSON.stringify(all), encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    results = JSON.parse(stdout) as string[][];
  }, 120_000);
  const complaints = (line: Violation): readonly string[] => results[all.indexOf(line)] ?? [];

  it.each(violations)('ESLint refuses `$code` in $in: $why', (violation) => {
    expect(complaints(violation)).toEqual(expect.arrayContaining([expect.stringMatching(/^no-restricted-/)]));
  });

  it.each(allowed)('ESLint lets `$code` stand in $in: $why', (line) => {
    expect(complaints(line)).toEqual([]);
  });
});

/** ESLint alone is not enough: it sees names, the compiler sees what a room's own settings leave out. */
describe('the second fence, a tsconfig in each room', () => {
  const copy = mkdtempSync(join(tmpdir(), 'rooms-'));
  const compile = (room: string) => spawnSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--build', join('src', room)], { cwd: copy, encoding: 'utf8' });

  beforeAll(() => {
    for (const name of ['src', 'package.json', 'tsconfig.json']) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const seen: readonly Violation[] = [
    { in: 'src/domain/planted.ts', code: "export const x = fetch('/');", why: 'no network in its library' },
    { in: 'src/domain/planted.ts', code: 'export const x = document;', why: 'no screen in its library' },
    { in: 'src/graph/planted.ts', code: 'export const x = window.document;', why: 'no screen in its library' },
    { in: 'src/graph/planted.ts', code: "export { openStore } from '#store/openStore';", why: 'no reference to the store' },
    { in: 'src/store/planted.ts', code: "export const x = () => import('#graph/client');", why: 'no reference to graph, late imports included' },
    { in: 'src/taskpane/planted.ts', code: "export { createGraphClient } from '#graph/client';", why: 'no reference to graph' },
    { in: 'src/app/planted.ts', code: 'export const x = Office.context;', why: 'the host is outlook\'s own' },
  ];

  it.each(seen)('refuses `$code` in $in: $why', ({ in: file, code }) => {
    const planted = join(copy, file);
    mkdirSync(dirname(planted), { recursive: true });
    writeFileSync(planted, `${code}\n`);
    const { status, stdout } = compile(file.split('/')[1] ?? '');
    rmSync(planted);
    expect(status).not.toBe(0);
    expect(stdout).toContain('lanted.ts');
  }, 60_000);

  it('lets the rooms pass as they are', () => {
    const { status, stdout } = compile('taskpane');
    expect(stdout).toBe('');
    expect(status).toBe(0);
  }, 60_000);
});
