import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The floor plan as a table: which doors a room may open, which packages and globals are its own. The other
 * fence is the tsconfig.json in each room. `test/rooms/fences.test.ts` plants violations and expects both to hold.
 */
const rooms = ['domain', 'auth', 'graph', 'store', 'outlook', 'app', 'taskpane', 'commands', 'relay', 'build', 'sandbox'];
const borders = ['auth', 'graph', 'store', 'outlook'];

const storage = ['indexedDB', 'localStorage', 'sessionStorage', 'caches', 'cookieStore'];
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'navigator'];
const calls = network.filter((name) => name !== 'navigator');
const screen = ['document', 'window', 'alert', 'confirm', 'prompt'];
const clock = ['Date', 'performance', 'setTimeout', 'setInterval', 'queueMicrotask', 'crypto'];
const host = ['Office', 'OfficeRuntime'];
const node = ['process', 'Buffer', 'require', '__dirname'];

const plan = {
  domain: { doors: [], packages: ['libphonenumber-js/min'], never: [...storage, ...network, ...screen, ...clock, ...host, ...node] },
  auth: { doors: ['domain'], packages: ['@azure/msal-browser'], never: [...storage, ...network, ...screen, ...host, ...node] },
  graph: { doors: ['domain'], packages: [], never: [...storage, ...screen, ...host, ...node, 'XMLHttpRequest'] },
  // Web Locks hang on `navigator`.
  store: { doors: ['domain'], packages: [], never: [...calls, ...screen, ...host, ...node, 'localStorage', 'sessionStorage'] },
  outlook: { doors: ['domain'], packages: ['@microsoft/office-js-helpers'], never: [...storage, ...network, 'document', ...node] },
  app: { doors: ['domain', ...borders, 'relay'], packages: [], never: [...storage, 'document', 'fetch', 'XMLHttpRequest', ...host, ...node] },
  taskpane: {
    doors: ['domain', 'app'],
    packages: ['react', 'react-dom', 'react/jsx-runtime', 'react-dom/client', '@fluentui/react-components', '@fluentui/react-icons'],
    never: [...storage, 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', ...host, ...node],
  },
  commands: { doors: ['app'], packages: [], never: [...storage, ...network, ...screen, ...node] },
  relay: { doors: [], packages: ['node:*'], never: [...storage, ...screen, ...host] },
  build: { doors: [], packages: ['node:*', 'webpack'], never: [...storage, ...screen, ...host, 'fetch'] },
  sandbox: { doors: ['relay'], packages: ['node:*', 'selfsigned', 'esbuild', '@microsoft/microsoft-graph-types', '@microsoft/microsoft-graph-types-beta'], never: [...host] },
};

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('\\*', '.+');

/** Import specifiers a room must not name, as one regular expression. */
function forbidden(room) {
  const { doors, packages } = plan[room];
  const otherRooms = rooms.filter((other) => other !== room).join('|');
  const open = [room, ...doors].map((door) => `#${door}/`).join('|');
  const own = packages.map(escape).join('|');
  return [
    `^#(?!(?:${open.replaceAll('#', '')}))`, // a door that is not open
    `^(?:\\.\\.?/)+(?:.*/)?(?:${otherRooms})(?:/|$)`, // out of the room through the window
    own === '' ? '^(?![.#])' : `^(?![.#]|(?:${own})$)`, // a package that is another room's
  ].join('|');
}

function fence(room, { files = [`src/${room}/**/*.{ts,tsx}`], more = '', typesOnly = '', allowGlobals = [], regex = forbidden(room) } = {}) {
  const never = plan[room].never.filter((name) => !allowGlobals.includes(name));
  const all = more === '' ? regex : `${regex}|${more}`;
  const message = `The floor plan does not let ${room} open this. See src/README.md.`;
  const patterns = [{ regex: all, caseSensitive: true, message }];
  if (typesOnly !== '') {
    patterns.push({ regex: typesOnly, caseSensitive: true, allowTypeImports: true, message: `${message} Types may be imported; values are put together in compose.ts and the files beside it.` });
  }
  // Core no-restricted-imports does not look at import() and import types.
  const inSelector = (typesOnly === '' ? all : `${all}|${typesOnly}`).replaceAll('/', '\\u002F');
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-globals': ['error', ...never.map((name) => ({ name, message: `${name} belongs to another room. See src/README.md.` }))],
      'no-restricted-properties': ['error', ...never.flatMap((property) =>
        ['globalThis', 'self', 'window'].map((object) => ({ object, property, message: `${property} belongs to another room. See src/README.md.` })))],
      'no-restricted-syntax': ['error',
        { selector: `ImportExpression[source.value=/${inSelector}/]`, message },
        { selector: `TSImportType[source.value=/${all.replaceAll('/', '\\u002F')}/]`, message },
        { selector: 'ImportExpression:not([source.type="Literal"])', message: 'Name what is imported, so that the fences can see it.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
    },
  };
}

const borderDoors = borders.map((door) => `^#${door}/`).join('|');

export default tseslint.config(
  { ignores: ['dist/', 'dist-apart/', 'node_modules/', '.cache/', '.sandbox/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' }],
      // TypeScript knows what is defined.
      'no-undef': 'off',
    },
  },
  fence('domain'),
  fence('auth'),
  fence('graph'),
  fence('store'),
  fence('outlook'),
  fence('app', { typesOnly: borderDoors }),
  fence('app', { files: ['src/app/compose.ts'], allowGlobals: ['fetch'] }),
  fence('app', { files: ['src/app/{composeSignIn,startPane,startCommands}.ts'] }),
  fence('app', { files: ['src/app/composeGraph.ts'] }),
  fence('taskpane'),
  // A feature folder never looks into another; App.tsx alone puts them together.
  fence('taskpane', { files: ['src/taskpane/features/**/*.{ts,tsx}'], more: '^\\.\\./(?!\\.\\./)|features/' }),
  fence('taskpane', { files: ['src/taskpane/{parts,text}/**/*.{ts,tsx}'], more: 'features/' }),
  fence('commands'),
  // The page's settings stand in the page.
  fence('commands', { files: ['src/commands/index.ts'], allowGlobals: ['document'] }),
  fence('relay'),
  fence('build'),
  fence('sandbox'),
  { ...reactHooks.configs.flat['recommended-latest'], files: ['src/taskpane/**/*.{ts,tsx}'] },
  {
    files: ['src/build/**/*', 'src/sandbox/**/*', 'test/**/*', '*.config.{js,mjs}'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['src/taskpane/trustedTypes.js'], rules: { 'no-var': 'off' } },
);
