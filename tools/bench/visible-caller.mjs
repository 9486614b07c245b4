// Sends commands at a rate and watches the read model; tells the delays, in milliseconds. Started by visible.mjs.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { scheduleGathering } from '../../libs/contracts/dist/index.js';
import { operatorCaller } from '../../libs/access/dist/index.js';
import { ServiceClient, signCaller } from '../../libs/messaging/dist/index.js';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

process.once('message', async ({ address, url, callerKey, rate, warmUp, seconds }) => {
  const client = new ServiceClient(address, 'benchmark');
  await client.connect();
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const caller = signCaller(callerKey, operatorCaller, 60 + warmUp + seconds);

  const accepted = []; // what was accepted when, at which position
  const seen = []; // when the read model was seen at which position
  let isSending = true;
  const watching = (async () => {
    const isVisible = ({ position }) => position <= (seen.at(-1)?.position ?? '');
    while (isSending || !accepted.every(isVisible)) {
      const { rows } = await pool.query({ name: 'look', text: "select position from dashboards.projection_checkpoints where name = 'pilot-evaluation'" });
      if (rows[0].position !== seen.at(-1)?.position) seen.push({ position: rows[0].position, at: performance.now() });
      await pause(2);
    }
  })();
  const sends = [];
  const began = performance.now();
  for (let sent = 0; sent < rate * (warmUp + seconds); sent += 1) {
    const early = began + (sent * 1000) / rate - performance.now();
    if (early > 0) await pause(early);
    sends.push(send(client, caller).then((position) => accepted.push({ position, at: performance.now() })));
  }
  await Promise.all(sends);
  isSending = false;
  await watching;
  await client.close();
  await pool.end();
  const warm = accepted.slice(rate * warmUp);
  process.send(warm.map(({ position, at }) => seen.find((sight) => sight.position >= position).at - at), () => process.disconnect());
});

async function send(client, caller) {
  const gathering = { phase: 1, targetGroup: 'aftercare', number: 1, startsOn: '2025-03-03', endsOn: '2025-03-04', days: 2, format: 'physical' };
  const request = { commandId: randomUUID(), correlationId: randomUUID(), caller, language: 'en', command: { gatheringId: randomUUID(), ...gathering } };
  const reply = await client.command(scheduleGathering, request);
  if (reply.outcome !== 'accepted') throw new Error(JSON.stringify(reply));
  return reply.position;
}
