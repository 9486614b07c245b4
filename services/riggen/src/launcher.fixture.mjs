// Runs the built launcher with a stand-in for the services, so that the specification of starting and stopping is about nothing else.
import { createServer } from 'node:http';
import { launch } from '../dist/launcher.js';

const say = (line) => process.stdout.write(`${line}\n`);

async function startServices({ port }) {
  const server = createServer((_, response) => response.end('ok'));
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return {
    async stop() {
      say('the services stop');
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const exitStatus = await launch({
  home: process.env.RIGGEN_HOME,
  port: Number(process.env.PORT),
  loadServices: async () => ({ startServices }),
  loadDemo: process.env.RIGGEN_DEMO === 'none' ? undefined : async () => say('the demo is loaded'),
  say,
});
process.exit(exitStatus);
