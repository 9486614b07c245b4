import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../services/riggen/dist/embedded/embedded-server.js';
import { startEmbeddedNats } from '../../services/riggen/dist/embedded/nats.js';
import { startServices } from '../../services/riggen/dist/launch.js';

const rate = 300;
const seconds = 15;
const callerKey = randomBytes(48).toString('base64url');
const now = () => performance.timeOrigin + performance.now(); // the same for all processes of a machine

/**
 * The 99th percentile, in milliseconds, of the time from the answer «accepted» to the moment when the read model of another
 * service includes the event, with all services in one process and 300 commands a second from another.
 */
export async function visibleP99(url, home) {
  const nats = await startEmbeddedNats({ home, say: () => undefined });
  const address = { natsUrl: nats.url, natsToken: nats.token };
  process.env.RIGGEN_SECRET ??= randomBytes(48).toString('base64url');
  const personKeys = { databaseUrl: url, masterKey: randomBytes(32).toString('hex') };
  const running = await startServices({ databaseUrl: url, ...address, callerKey, personKeys, port: await freePort(), home });
  const pool = new pg.Pool({ connectionString: url, max: 1 });

  const caller = fork(fileURLToPath(new URL('visible-caller.mjs', import.meta.url)));
  const done = new Promise((resolve, reject) => {
    caller.on('message', resolve);
    caller.on('exit', (code) => reject(new Error(`the caller ended with ${code}`)));
  });
  caller.send({ address, callerKey, rate, seconds });
  const seen = []; // when which position was visible
  let accepted;
  void done.then((all) => (accepted = all), () => undefined);
  for (let position = ''; !(accepted && accepted.every((one) => one.position <= position)); ) {
    const { rows } = await pool.query("select position from dashboards.projection_checkpoints where name = 'pilot-evaluation'");
    if (rows[0].position !== position) seen.push({ position: (position = rows[0].position), at: now() });
    await new Promise((resolve) => setTimeout(resolve, 4));
    if (caller.exitCode) await done;
  }
  await pool.end();
  await running.stop();
  await nats.stop();
  const warm = accepted.sort((a, b) => a.at - b.at).slice(rate); // the first second warms up
  const delays = warm.map(({ position, at }) => seen.find((sight) => sight.position >= position).at - at);
  return delays.sort((a, b) => a - b)[Math.floor(delays.length * 0.99)];
}
