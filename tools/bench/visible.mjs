import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { scheduleGathering } from '../../libs/contracts/dist/index.js';
import { operatorCaller } from '../../libs/access/dist/index.js';
import { ServiceClient, signCaller } from '../../libs/messaging/dist/index.js';
import { freePort } from '../../services/riggen/dist/embedded/embedded-server.js';
import { startEmbeddedNats } from '../../services/riggen/dist/embedded/nats.js';
import { startServices } from '../../services/riggen/dist/launch.js';

const rate = 300;
const seconds = 15;
const callerKey = randomBytes(48).toString('base64url');

/**
 * The 99th percentile, in milliseconds, of the time from the answer «accepted» to the moment when the read model of another
 * service includes the event, with all services in one process and 300 commands a second.
 */
export async function visibleP99(url, home) {
  const nats = await startEmbeddedNats({ home, say: () => undefined });
  const address = { natsUrl: nats.url, natsToken: nats.token };
  process.env.RIGGEN_SECRET ??= randomBytes(48).toString('base64url');
  const personKeys = { databaseUrl: url, masterKey: randomBytes(32).toString('hex') };
  const running = await startServices({ databaseUrl: url, ...address, callerKey, personKeys, port: await freePort(), home });
  const client = new ServiceClient(address, 'benchmark');
  await client.connect();
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const waiting = [];
  const delays = [];
  let sending = true;
  const watching = (async () => {
    while (sending || waiting.length) {
      const { rows } = await pool.query("select position from dashboards.projection_checkpoints where name = 'pilot-evaluation'");
      const now = performance.now();
      while (waiting.length && waiting[0].position <= rows[0].position) delays.push(now - waiting.shift().accepted);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  const sends = [];
  const began = performance.now();
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const due = began + (sent * 1000) / rate;
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    sends.push(send(client).then((position) => waiting.push({ position, accepted: performance.now() })));
  }
  await Promise.all(sends);
  waiting.sort((a, b) => (a.position < b.position ? -1 : 1));
  sending = false;
  await watching;
  await client.close();
  await pool.end();
  await running.stop();
  await nats.stop();
  const warm = delays.slice(rate); // the first second warms up
  return warm.sort((a, b) => a - b)[Math.floor(warm.length * 0.99)];
}

async function send(client) {
  const reply = await client.command(scheduleGathering, {
    commandId: randomUUID(),
    correlationId: randomUUID(),
    caller: signCaller(callerKey, operatorCaller, 60),
    language: 'en',
    command: { gatheringId: randomUUID(), phase: 1, targetGroup: 'aftercare', number: 1, startsOn: '2025-03-03', endsOn: '2025-03-04', days: 2, format: 'physical' },
  });
  if (reply.outcome !== 'accepted') throw new Error(JSON.stringify(reply));
  return reply.position;
}
