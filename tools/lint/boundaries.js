const domainServices = ['rollout', 'training', 'supervision', 'fidelity', 'feedback', 'dashboards'];
const services = [...domainServices, 'gateway', 'portal', 'riggen'];
const frameworks = ['@nestjs/**', 'typeorm', 'typeorm/**', 'pg', 'pg/**', '@nats-io/**'];
const libraries = ['event-sourcing', 'event-store', 'messaging', 'projections', 'service', 'statistics', 'reference', 'access'];

const otherServices = {
  group: services.flatMap((name) => [`@riggen/${name}`, `@riggen/${name}/**`]),
  message: 'A service or library imports libraries, never a service.',
};
const siblingSlices = {
  // From a slice's folder: ../other-slice/file and ../../other-stream/slice/file.
  regex: '^(\\.\\./[^./]+/.+|\\.\\./\\.\\./[^./]+/[^./]+/.+)$',
  message: 'A slice does not import its sibling slices: move what both need to the stream or to a library.',
};
const pure = {
  group: frameworks,
  message: 'A pure library imports no Nest, TypeORM, pg or NATS.',
};
const domain = {
  group: [...frameworks, 'uuid', 'node:crypto', 'node:fs', '@riggen/service', '@riggen/event-store', '@riggen/messaging', '@riggen/projections'],
  message: 'Domain code (a file without a technical suffix) imports no framework and no randomness.',
};
const otherWaysToRows = [
  { group: ['typeorm'], importNames: ['DataSource', 'QueryRunner', 'createConnection', 'getConnection', 'getManager'], message: 'A service reads rows in its query slices only: there the rows are those of the caller.' },
  { group: ['pg', 'pg/**', 'postgres'], message: 'A service reads rows in its query slices only: there the rows are those of the caller.' },
  { group: ['@riggen/projections'], importNames: ['openReadModels', 'ProjectionHost', 'prepareSchema', 'showRowsOf', 'withClient'], message: 'A service reads rows in its query slices only: there the rows are those of the caller.' },
  { group: ['@nestjs/microservices'], message: 'A service answers by command slices and query slices only: there the matrix of access is asked.' },
];
const portal = {
  group: [...libraries, ...services].flatMap((name) => [`@riggen/${name}`, `@riggen/${name}/**`]),
  message: 'The portal imports contracts only.',
};
const clockAndChance = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Domain code takes the time from its context.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Domain code takes the time from its context.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Domain code has no randomness.' },
];

const imports = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const inDomainServices = (path) => domainServices.map((name) => `services/${name}/src/${path}`);
const specs = '**/*.spec.ts';

/** The architecture's import rules. For each file the last entry that names it holds, so each one lists all its rules. */
export const boundaries = [
  { files: ['libs/**/*.ts'], ignores: [specs], rules: imports([otherServices]) },
  {
    files: ['event-sourcing', 'contracts', 'statistics', 'reference'].map((name) => `libs/${name}/src/**/*.ts`),
    ignores: [specs],
    rules: imports([otherServices, pure]),
  },
  { files: ['services/gateway/**/*.ts'], ignores: [specs], rules: imports([otherServices]) },
  { files: inDomainServices('**/*.ts'), ignores: [specs], rules: imports([otherServices, ...otherWaysToRows]) },
  { files: inDomainServices('*/*/*.*.ts'), ignores: [specs], rules: imports([otherServices, siblingSlices, ...otherWaysToRows]) },
  {
    files: inDomainServices('*/**/*.ts'),
    ignores: ['**/*.*.ts'],
    rules: { ...imports([otherServices, siblingSlices, domain]), 'no-restricted-syntax': ['error', ...clockAndChance] },
  },
  { files: ['services/portal/**/*.{ts,tsx}'], rules: imports([portal]) },
];
