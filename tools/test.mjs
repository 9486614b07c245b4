// The whole suite: lint, types, and every specification. The last line tells how many passed and failed.
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './test/chromium.mjs';
import { run } from './test/run.mjs';
import { clearScratch, makeScratch } from './test/scratch.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jestArguments = process.argv.slice(2);
const bin = (...path) => join(root, 'node_modules', ...path);

/** Checks that read the sources only. A run of chosen specifications leaves them out. */
const checks = [
  { name: 'lint and types', needs: 'eslint.config.js', command: [join(root, 'tools', 'test', 'lint-and-types.mjs')] },
  { name: 'unused and undeclared code', needs: 'knip.json', command: [bin('knip', 'bin', 'knip.js'), '--no-config-hints'] },
].filter(({ needs }) => jestArguments.length === 0 && existsSync(join(root, needs)));

const failedChecks = [];
const chromium = await findChromium((line) => process.stdout.write(`${line}\n`));
// The checks take what time the specifications, which wait for one another and for servers, leave of the processors.
const [results] = await Promise.all([runJest(chromium), runChecks()]);
const counts = {
  passed: checks.length - failedChecks.length + results.passed,
  failed: failedChecks.length + results.failed,
  skipped: results.skipped,
};
// jest can fail as a whole: no specification was found, or its set-up broke.
if (results.status !== 0 && results.failed === 0) counts.failed += 1;
if (failedChecks.length > 0) process.stdout.write(`Failed: ${failedChecks.join(', ')}\n`);
if (results.passed + results.failed === 0) process.stdout.write('No test ran.\n');
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`);
process.exitCode = counts.failed > 0 || results.passed + results.failed === 0 ? 1 : 0;

async function runChecks() {
  for (const { name, command } of checks) {
    process.stdout.write(`Checking: ${name}\n`);
    if ((await run(process.execPath, command, { cwd: root }, constants.priority.PRIORITY_LOW)) !== 0) failedChecks.push(name);
  }
}

async function runJest({ path, missing }) {
  const scratch = makeScratch();
  const outputFile = join(scratch, 'results.json');
  try {
    const status = await run(
      process.execPath,
      ['--experimental-vm-modules', '--no-warnings', bin('jest', 'bin', 'jest.js'), '--json', `--outputFile=${outputFile}`, ...jestArguments],
      {
        cwd: root,
        // Riggen is started many times from the same files.
        env: { ...process.env, TMPDIR: scratch, NODE_COMPILE_CACHE: join(scratch, 'compiled'), ...(path ? { RIGGEN_CHROMIUM: path } : { RIGGEN_CHROMIUM_MISSING: missing }) },
      },
    );
    return { status, ...countsIn(outputFile) };
  } finally {
    clearScratch(scratch);
  }
}

/** A file of specifications that could not even be loaded counts as one that failed. */
function countsIn(outputFile) {
  if (!existsSync(outputFile)) return { passed: 0, failed: 0, skipped: 0 };
  const results = JSON.parse(readFileSync(outputFile, 'utf8'));
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
