// Sends commands at a rate, and tells when each was accepted at which position. Started by visible.mjs.
import { randomUUID } from 'node:crypto';
import { scheduleGathering } from '../../libs/contracts/dist/index.js';
import { operatorCaller } from '../../libs/access/dist/index.js';
import { ServiceClient, signCaller } from '../../libs/messaging/dist/index.js';

process.once('message', async ({ address, callerKey, rate, seconds }) => {
  const client = new ServiceClient(address, 'benchmark');
  await client.connect();
  const caller = signCaller(callerKey, operatorCaller, 60 + seconds);
  const sends = [];
  const began = performance.now();
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const early = began + (sent * 1000) / rate - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    sends.push(send(client, caller));
  }
  const accepted = await Promise.all(sends);
  await client.close();
  process.send(accepted, () => process.disconnect());
});

async function send(client, caller) {
  const gathering = { phase: 1, targetGroup: 'aftercare', number: 1, startsOn: '2025-03-03', endsOn: '2025-03-04', days: 2, format: 'physical' };
  const request = { commandId: randomUUID(), correlationId: randomUUID(), caller, language: 'en', command: { gatheringId: randomUUID(), ...gathering } };
  const reply = await client.command(scheduleGathering, request);
  if (reply.outcome !== 'accepted') throw new Error(JSON.stringify(reply));
  return { position: reply.position, at: performance.timeOrigin + performance.now() };
}
