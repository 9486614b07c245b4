import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const built = new URL('../../services/riggen/dist/embedded/', import.meta.url);

/** Starts one PostgreSQL and one NATS for the whole run; specifications make databases and streams of their own in them. */
export default async function startServers() {
  if (!existsSync(built)) throw new Error("The tests use the built embedded servers: run 'npm test', or 'npx tsc -b' first.");
  const { startEmbeddedPostgres } = await import(new URL('postgres.js', built).href);
  const { startEmbeddedNats } = await import(new URL('nats.js', built).href);
  const home = mkdtempSync(join(tmpdir(), 'riggen-test-'));
  // What need not survive a power cut need not wait for the disk.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const [postgres, nats] = await Promise.all([startEmbeddedPostgres({ home, settings }), startEmbeddedNats({ home })]);
  Object.assign(process.env, {
    RIGGEN_TEST_DATABASE_URL: postgres.url,
    RIGGEN_TEST_NATS_URL: nats.url,
    RIGGEN_TEST_NATS_TOKEN: nats.token,
  });
  const stopAtOnce = () => {
    for (const server of [postgres, nats]) killQuietly(server.process.pid);
    rmSync(home, { recursive: true, force: true });
  };
  // jest leaves out its teardown when it is interrupted.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  process.once('exit', stopAtOnce);
  globalThis.stopRiggenTestServers = async () => {
    process.off('exit', stopAtOnce);
    await Promise.all([postgres.stop(), nats.stop()]);
    rmSync(home, { recursive: true, force: true });
  };
}

function killQuietly(pid) {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It is gone already.
  }
}
