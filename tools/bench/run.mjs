// npm run bench: one JSON object a line, {"name", "value", "unit", "ratio", "against"}. Names given as arguments choose.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDatabase, startEmbeddedPostgres } from '../../services/riggen/dist/embedded/postgres.js';
import { accessOverhead } from './access.mjs';
import { rebuildBeside, rebuildMemory, upsertByHand } from './rebuild.mjs';
import { appendPlainly, appendToStore, fillStore, readStore } from './store.mjs';
import { visibleP99 } from './visible.mjs';

const peers = fileURLToPath(new URL('peers', import.meta.url));
const emmett = 'emmett-postgresql 0.42.0';
/** Both logs have as many: what the peer takes for a batch grows with its log. */
const eventsToRead = 50_000;
const chosen = process.argv.slice(2);
const wanted = (name) => !chosen.length || chosen.some((part) => name.includes(part));
// Standard output has the results only; what libraries say goes beside them.
process.stdout.write = process.stderr.write.bind(process.stderr);
const print = (name, value, unit, ratio, against) => writeSync(1, `${JSON.stringify({ name, value: Number(value.toPrecision(4)), unit, ratio: ratio === undefined ? null : Number(ratio.toFixed(2)), against: against ?? null })}\n`);

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
  const beside = ['append-1-vs-emmett', 'append-32-vs-emmett', 'append-32-vs-copy', 'append-32-vs-plain'];
  if (beside.some(wanted)) {
    const [ours, theirs, plain] = await Promise.all(['ours', 'emmett', 'plain'].map(database));
    await appendToStore(ours, 32, 1); // warm
    const append1 = await inTurn(() => appendToStore(ours, 1, 3), { emmett: () => peer(theirs, 'emmett.mjs', 'append', '1', '3') });
    print('append-1-vs-emmett', append1.value, 'events/s', append1.ratios.emmett, `${emmett}, one caller`);
    const append32 = await inTurn(() => appendToStore(ours, 32, 3), {
      emmett: () => peer(theirs, 'emmett.mjs', 'append', '32', '3'),
      copy: () => peer(ours, 'copy.mjs', '50000'),
      plain: () => appendPlainly(plain, 32, 3),
    });
    print('append-32-vs-emmett', append32.value, 'events/s', append32.ratios.emmett, `${emmett}, 32 callers`);
    print('append-32-vs-copy', append32.value, 'events/s', append32.ratios.copy, 'COPY on one connection into the same table');
    print('append-32-vs-plain', append32.value, 'events/s', append32.ratios.plain, 'one transaction a command, 32 connections');
  }
  if (wanted('read-1000-vs-emmett')) {
    const [ours, theirs] = await Promise.all(['ours_read', 'emmett_read'].map(database));
    await fillStore(ours, eventsToRead);
    await peer(theirs, 'emmett.mjs', 'fill', String(eventsToRead));
    const read = await inTurn(() => readStore(ours, 2), { emmett: () => peer(theirs, 'emmett.mjs', 'read') });
    print('read-1000-vs-emmett', read.value, 'events/s', read.ratios.emmett, `${emmett}, batches of 1,000 from a log of ${eventsToRead} events`);
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
  if (wanted('access-overhead')) {
    const { milliseconds, ratio } = await accessOverhead(await database('access'));
    print('access-overhead', milliseconds, 'ms', ratio, 'the page of a region’s services in the same transaction without access');
  }
  if (wanted('visible-p99')) {
    const p99 = await visibleP99(await database('visible'), home);
    print('visible-p99', p99, 'ms', undefined, 'accepted to visible in the read model at 300 commands/s');
  }
} finally {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}

/**
 * Measures in three rounds, in each the peers and then the product, so that what else the machine does touches all alike. Gives
 * the median of the product's values and of its ratios to each peer.
 */
async function inTurn(measure, peers) {
  const values = [];
  const ratios = Object.fromEntries(Object.keys(peers).map((name) => [name, []]));
  for (let round = 0; round < 3; round += 1) {
    const beside = {};
    for (const [name, measurePeer] of Object.entries(peers)) beside[name] = await measurePeer();
    const value = await measure();
    values.push(value);
    for (const name of Object.keys(peers)) ratios[name].push(value / beside[name]);
  }
  const median = (numbers) => numbers.sort((a, b) => a - b)[1];
  return { value: median(values), ratios: Object.fromEntries(Object.entries(ratios).map(([name, each]) => [name, median(each)])) };
}

/** Gives a database the store's tables. */
async function prepared(url) {
  await appendToStore(url, 1, 0.01);
  return url;
}
