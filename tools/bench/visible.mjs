import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../services/riggen/dist/embedded/embedded-server.js';
import { startEmbeddedNats } from '../../services/riggen/dist/embedded/nats.js';
import { startServices } from '../../services/riggen/dist/launch.js';

const callerKey = randomBytes(48).toString('base64url');

/**
 * The 99th percentile, in milliseconds, of the time from the answer «accepted» to the moment when the read model of another
 * service includes the event, with all services in this process and 300 commands a second from another.
 */
export async function visibleP99(url, home) {
  const nats = await startEmbeddedNats({ home, say: () => undefined });
  const address = { natsUrl: nats.url, natsToken: nats.token };
  process.env.RIGGEN_SECRET ??= randomBytes(48).toString('base64url');
  const personKeys = { databaseUrl: url, masterKey: randomBytes(32).toString('hex') };
  const running = await startServices({ databaseUrl: url, ...address, callerKey, personKeys, port: await freePort(), home });
  const caller = fork(fileURLToPath(new URL('visible-caller.mjs', import.meta.url)), { stdio: ['ignore', 2, 2, 'ipc'] });
  const delays = await new Promise((resolve, reject) => {
    caller.on('message', resolve);
    caller.on('exit', (code) => reject(new Error(`the caller ended with ${code}`)));
    caller.send({ address, url, callerKey, rate: 300, warmUp: 5, seconds: 15 });
  });
  await running.stop();
  await nats.stop();
  return delays.sort((a, b) => a - b)[Math.floor(delays.length * 0.99)];
}
