const transform = {
  '^.+\\.(ts|tsx|js|mjs)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

const common = {
  transform,
  // Packages that come only as ES modules are compiled like our own files.
  transformIgnorePatterns: ['/node_modules/(?!(selfsigned|pure-rand|fast-check)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/dist-apart/', '<rootDir>/.cache/', '<rootDir>/.sandbox/'],
};

export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.dom\\.test\\.', '<rootDir>/test/flows/'],
    },
    {
      ...common,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/**/*.dom.test.ts', '<rootDir>/test/**/*.dom.test.tsx'],
    },
    {
      ...common,
      displayName: 'flows',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/flows/**/*.test.ts'],
      globalSetup: '<rootDir>/test/flows/support/startEverything.ts',
      globalTeardown: '<rootDir>/test/flows/support/stopEverything.ts',
      setupFilesAfterEnv: ['<rootDir>/test/flows/support/patience.ts'],
    },
  ],
};
