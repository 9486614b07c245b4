import { readdirSync } from 'node:fs';

const ownPackages = ['libs', 'services'].flatMap((group) =>
  readdirSync(new URL(group, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [`^@riggen/${name}$`, `<rootDir>/${group}/${name}/src/index.ts`]),
);

export default {
  testEnvironment: 'node',
  testMatch: [
    '<rootDir>/libs/**/src/**/*.spec.ts',
    '<rootDir>/services/**/src/**/*.spec.{ts,tsx}',
    '<rootDir>/tools/**/*.spec.ts',
    '<rootDir>/dashboards/**/*.spec.ts',
  ],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.nx/', '<rootDir>/.riggen/'],
  cacheDirectory: '<rootDir>/.cache/jest',
  watchman: false,
  maxWorkers: 2,
  // Many specifications use a real database, message server or process.
  testTimeout: 30_000,
  globalSetup: '<rootDir>/tools/jest/start-servers.mjs',
  globalTeardown: '<rootDir>/tools/jest/stop-servers.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    ...Object.fromEntries(ownPackages),
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: false, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          // Class fields as TypeScript emits them for this target.
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
