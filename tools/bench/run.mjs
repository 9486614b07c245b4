// npm run bench: one JSON object a line, {"name", "value", "unit", "ratio", "against"}. Names given as arguments choose.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDatabase, startEmbeddedPostgres } from '../../services/riggen/dist/embedded/postgres.js';
import { rebuildBeside, rebuildMemory, upsertByHand } from './rebuild.mjs';
import { appendPlainly, appendToStore, readStore } from './store.mjs';
import { visibleP99 } from './visible.mjs';

const peers = fileURLToPath(new URL('peers', import.meta.url));
const chosen = process.argv.slice(2);
const wanted = (name) => !chosen.length || chosen.some((part) => name.includes(part));
const print = (name, value, unit, ratio, against) => console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit, ratio: ratio === undefined ? null : Number(ratio.toFixed(2)), against: against ?? null }));

if (!existsSync(join(peers, 'node_modules'))) {
  process.stderr.write('Installing the peers …\n');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--no-workspaces'], { cwd: peers, stdio: ['ignore', 'ignore', 'inherit'] });
}
const home = mkdtempSync(join(tmpdir(), 'riggen-bench-'));
const postgres = await startEmbeddedPostgres({ home, say: () => undefined }); // the settings of the product: fsync is on
const database = (name) => createDatabase(postgres.url, name);
const peer = async (url, ...args) => {
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: peers, env: { ...process.env, BENCH_DATABASE_URL: url } });
  return Number(stdout.trim().split('\n').at(-1));
};

try {
  if (['append-32-vs-emmett', 'append-32-vs-copy', 'append-32-vs-plain', 'append-1-vs-emmett', 'read-1000-vs-emmett'].some(wanted)) {
    const [ours, theirs, plain] = await Promise.all(['ours', 'emmett', 'plain'].map(database));
    await appendToStore(ours, 32, 1); // warm
    const emmett1 = await peer(theirs, 'emmett.mjs', 'append', '1', '5');
    const append1 = await appendToStore(ours, 1, 5);
    print('append-1-vs-emmett', append1, 'events/s', append1 / emmett1, 'emmett-postgresql 0.42.0, one caller');
    const emmett32 = await peer(theirs, 'emmett.mjs', 'append', '32', '5');
    const append32 = await appendToStore(ours, 32, 5);
    print('append-32-vs-emmett', append32, 'events/s', append32 / emmett32, 'emmett-postgresql 0.42.0, 32 callers');
    const copy = await peer(ours, 'copy.mjs', '100000');
    print('append-32-vs-copy', append32, 'events/s', append32 / copy, 'COPY on one connection into the same table');
    const plain32 = await appendPlainly(plain, 32, 5);
    print('append-32-vs-plain', append32, 'events/s', append32 / plain32, 'one transaction a command, 32 connections');
    const emmettRead = await peer(theirs, 'emmett.mjs', 'read');
    const read = await readStore(ours);
    print('read-1000-vs-emmett', read, 'events/s', read / emmettRead, 'emmett-postgresql 0.42.0, batches of 1,000');
  }
  if (['rebuild-vs-upsert', 'rebuild-memory'].some(wanted)) {
    const url = await database('rebuild');
    const filled = Number(process.env.BENCH_EVENTS ?? 1_000_000);
    await peer(await prepared(url), 'copy.mjs', String(filled));
    const upsert = await upsertByHand(url);
    const rebuild = await rebuildBeside(url);
    print('rebuild-vs-upsert', rebuild, 'events/s', rebuild / upsert, 'a hand-written batched upsert with unnest');
    print('rebuild-memory', await rebuildMemory(url), 'MB', undefined, `resident memory while ${filled} events are rebuilt`);
  }
  if (wanted('visible-p99')) {
    const p99 = await visibleP99(await database('visible'), home);
    print('visible-p99', p99, 'ms', undefined, 'accepted to visible in the read model at 300 commands/s');
  }
} finally {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}

/** Gives a database the store's tables. */
async function prepared(url) {
  await appendToStore(url, 1, 0.01);
  return url;
}
