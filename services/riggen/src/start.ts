import { storeFromEnvironment } from '@riggen/event-store';
import { launch } from './launcher.js';

const usageError = 2;

/** The port of the portal and the API, or undefined when the text names none. */
function portFrom(text: string): number | undefined {
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= 65_535 ? port : undefined;
}

function refuse(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(usageError);
}

function store(): ReturnType<typeof storeFromEnvironment> {
  try {
    return storeFromEnvironment();
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const home = process.env['RIGGEN_HOME'] || '.riggen';
const port = portFrom(process.env['PORT'] || '3000') ?? refuse(`PORT must be a number from 1 to 65535, not '${process.env['PORT']}'.`);
const demo = process.env['RIGGEN_DEMO'] || 'pilot';
if (demo !== 'pilot' && demo !== 'people' && demo !== 'none') refuse(`RIGGEN_DEMO must be 'pilot', 'people' or 'none', not '${demo}'.`);
// Whoever names a provider of their own, or runs in production, signs nobody in as an invented person.
const isDemoOfPeople = demo !== 'none' && process.env['NODE_ENV'] !== 'production' && !process.env['SIGN_IN_PROVIDERS'];
process.env['DEMO_PEOPLE'] ??= isDemoOfPeople ? 'yes' : 'no';

const { kurrentdbUrl } = store();

// Whoever reads the output may go once the ready line has come.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const exitStatus = await launch({
  home,
  port,
  kurrentdbUrl,
  loadServices: () => import('./launch.js'),
  loadDemo: demo === 'none' ? undefined : async (directory) => (await import('./demo/load-demo.js')).loadDemo(directory, { rows: demo === 'pilot' }),
  say: (line) => process.stdout.write(`${line}\n`),
});
process.exit(exitStatus);
