import { existsSync, readdirSync } from 'node:fs';

const ownPackages = ['libs', 'services'].flatMap((group) =>
  readdirSync(new URL(group, import.meta.url), { withFileTypes: true })
    .filter(({ name }) => existsSync(new URL(`${group}/${name}/src/index.ts`, import.meta.url)))
    .map(({ name }) => [`^@riggen/${name}$`, `<rootDir>/${group}/${name}/src/index.ts`]),
);

function swcFor({ tsx }) {
  return {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  };
}

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
  testSequencer: '<rootDir>/tools/jest/longest-first.mjs',
  // Many specifications use a real database, message server or process, on machines that are at work with other things.
  testTimeout: 120_000,
  globalSetup: '<rootDir>/tools/jest/start-servers.mjs',
  globalTeardown: '<rootDir>/tools/jest/stop-servers.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    ...Object.fromEntries(ownPackages),
    // Not the modules that packages make of JSON files, such as metadata.json.js.
    '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', swcFor({ tsx: false })],
    '^.+\\.tsx$': ['@swc/jest', swcFor({ tsx: true })],
  },
};
