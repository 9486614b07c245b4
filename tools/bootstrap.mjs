// The first thing that runs, on whatever Node a machine has and before anything is installed: Node's own modules only.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged, isBuilt } from './bootstrap/build.mjs';
import { installDependencies, isInstalled } from './bootstrap/install.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { Problem, explain } from './bootstrap/problem.mjs';
import { projectNode } from './bootstrap/project-node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const programs = {
  start: 'services/riggen/dist/start.js',
  riggen: 'services/riggen/dist/cli.js',
  test: 'tools/test.mjs',
  'test:long': 'tools/test-long.mjs',
  bench: 'tools/bench/run.mjs',
};

/** Standard output belongs to the command; what is said here goes beside it. */
const say = (line) => process.stderr.write(`${line}\n`);

async function main([command, ...args]) {
  const program = programs[command];
  if (program === undefined) throw new Problem(`usage: node tools/bootstrap.mjs ${Object.keys(programs).join(' | ')} [arguments]`, 2);
  if (!isInstalled(root) || !isBuilt(root)) {
    await withLock(join(root, '.cache'), say, async () => {
      if (!isInstalled(root)) await installDependencies(root, say);
      if (!isBuilt(root)) await buildWhatChanged(root, projectNode(root), say);
    });
  }
  return run(projectNode(root), [join(root, program), ...args]);
}

/** Runs the program in this one's place: its input and output, its signals, its exit status. */
function run(node, args) {
  const child = spawn(node, args, { stdio: 'inherit', cwd: root });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event !== undefined) whenParentIsGone(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** npm passes a signal on to its shell only, and a shell that does not pass it further leaves this process behind. */
function whenParentIsGone(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 300);
  watch.unref();
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const problem = explain(error);
  say(problem.message);
  if (problem.details) say(problem.details);
  if (process.argv[2]?.startsWith('test')) process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = problem.exitCode;
}
