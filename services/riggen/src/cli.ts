import { erasureReason, marking, type Marking } from '@riggen/contracts';
import { isPosition } from '@riggen/event-store';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { existsSync } from 'node:fs';
import type { EventsRequest } from './commands/events-command.js';
import { languageOfTerminal } from './commands/language-of-terminal.js';
import { Progress } from './commands/progress.js';
import { NotRunning, withStore } from './commands/store.js';
import type { RunningSystem } from './commands/system.js';
import { NoSuchFolder } from './import/no-such-folder.js';

const exit = { failure: 1, usage: 2, notRunning: 3 };
process.env['LOG_LEVEL'] ??= 'error';
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : exit.failure));
const say = (line: string) => void process.stdout.write(`${line}\n`);

const program = new Command('riggen')
  .description('The command line of a running Riggen')
  .exitOverride()
  .configureOutput({ writeErr: () => {} });

program
  .command('import')
  .description('import a folder of CSV files: see docs/import.md')
  .argument('<dir>', 'the folder')
  .option('--strict', 'try every row first, and send nothing if one is refused')
  .addOption(
    new Option('--marking <kind>', 'what the rows are: shown wherever their figures are (default: reconstructed for the pilot micro-data, real for all others)').choices([...marking.options, 'real']),
  )
  .action(async (folder: string, options: { strict?: boolean; marking?: Marking | 'real' }) => {
    const { importFolder, outcomeLine } = await import('./commands/import-command.js');
    const outcome = await withSystem((system) =>
      importFolder({ ...system, personKeys: system.address.personKeys }, {
        ...{ folder, say, language: languageOfTerminal(), strict: options.strict === true },
        marking: options.marking,
      }),
    );
    say(outcomeLine(outcome));
    if (options.strict && outcome.refused) process.exitCode = exit.failure;
  });

const report = program.command('report').description('reports over the whole store');
report
  .command('evaluation')
  .description("the pilot evaluation: the study's own figures, unsuppressed")
  .option('--json', 'as JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const { evaluationReport, reportText } = await import('./commands/report-command.js');
    const evaluation = await withSystem(evaluationReport);
    say(json ? JSON.stringify(evaluation, null, 1) : reportText(evaluation));
  });

program
  .command('events')
  .description('events as JSON lines in global order')
  .option('--stream <stream>', 'only those of one stream')
  .option('--category <category>', 'only those of streams of one kind: gathering, case …')
  .option('--after <position>', 'only those after a position', position)
  .option('--limit <n>', 'at most so many', wholeNumber)
  .action((options: EventsRequest) =>
    withStore(async ({ store }) => {
      const { selectedEvents } = await import('./commands/events-command.js');
      for await (const event of selectedEvents(store, options)) {
        if (!process.stdout.write(`${JSON.stringify(event)}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
      }
    }),
  );

program
  .command('first-administrator')
  .description('make whoever signs in by a sign-in key the first administrator of a system that has none')
  .argument('<key>', 'the key that is shown to a person without a role after signing in')
  .action(async (key: string) => {
    const { makeFirstAdministrator } = await import('./commands/first-administrator-command.js');
    say(await withSystem((system) => makeFirstAdministrator(system, key, languageOfTerminal())));
  });

program
  .command('rebuild')
  .description('rebuild read models from the store while the old rows go on being served')
  .argument('[projection...]', 'such as rollout.organisation, as riggen verify names them; all without a name')
  .action(async (names: string[]) => {
    const { allProjections, rebuild } = await import('./commands/projections.js');
    const wanted = chosen(allProjections, names);
    await withStore(async (system) => {
      const total = await system.store.size();
      for (const projection of wanted) {
        const progress = new Progress(projection.name);
        await rebuild(system, projection, (applied) => progress.update(applied, Math.max(applied, total)));
        progress.stop();
        say(`rebuilt ${projection.name}`);
      }
    });
  });

program
  .command('parked')
  .description('events that a read model or reaction could not handle, as lines: where, since when, event, type, stream, reason')
  .option('--json', 'as JSON lines')
  .action(({ json }: { json?: boolean }) =>
    withStore(async ({ address }) => {
      const { parkedEvents, parkedLine } = await import('./commands/parked-command.js');
      for await (const parked of parkedEvents(address)) say(json ? JSON.stringify(parked) : parkedLine(parked));
    }),
  );

program
  .command('replay')
  .description('have parked events handled again after a fix, each stream in its order')
  .argument('[name...]', 'of read models and reactions, as riggen parked gives them; all without a name')
  .action(async (names: string[]) => {
    const { allConsumers, replay } = await import('./commands/parked-command.js');
    const { replayed, parked } = await withStore(({ address }) => replay(address, chosen(allConsumers, names)));
    say(`replayed ${replayed}, still parked ${parked}`);
    if (parked) process.exitCode = exit.failure;
  });

program
  .command('verify')
  .description('check the store, and that read models are what the store gives')
  .action(() =>
    withStore(async (system) => {
      const { allProjections, differencesOfReadModels } = await import('./commands/projections.js');
      const { headCheckOf, verifyStore } = await import('./commands/verify-store.js');
      const total = await system.store.size();
      const progress = new Progress('verifying');
      const update = (done: number) => progress.update(done, Math.max(done, total));
      const { events, streams, problems } = await verifyStore(system.store, system.personalData, update, await headCheckOf(system.address));
      progress.stop();
      problems.push(...(await differencesOfReadModels(system)));
      problems.forEach(say);
      say(`verified ${events} events in ${streams} streams and ${allProjections.length} read models: ${problems.length} problems`);
      if (problems.length) process.exitCode = exit.failure;
    }),
  );

program
  .command('backup')
  .description('write all events to a new file while the system runs')
  .argument('<file>', 'the file; it must not exist')
  .action(async (file: string) => {
    const { backup } = await import('./commands/backup-command.js');
    say(await withStore((running) => backup(running, file)));
  });

program
  .command('restore')
  .description('put the events of a backup into a system that has none, build its read models and verify them')
  .argument('<file>', 'a file that backup wrote', existingFile)
  .option('--replace', 'replace the events that the system has')
  .action(async (file: string, options: { replace?: boolean }) => {
    const { restore } = await import('./commands/restore-command.js');
    const { problems, line } = await withStore((system) => restore(system, { file, replace: options.replace === true }));
    problems.forEach(say);
    say(line);
    if (problems.length) process.exitCode = exit.failure;
  });

/** What asks the services loads their libraries, which takes a second: only where it is needed. */
async function withSystem<Result>(work: (system: RunningSystem) => Promise<Result>): Promise<Result> {
  return (await import('./commands/system.js')).withSystem(work);
}

/** Those of the names, or all without a name. */
function chosen<Named extends { name: string }>(all: Named[], names: string[]): Named[] {
  const unknown = names.find((wanted) => !all.some(({ name }) => name === wanted));
  if (unknown) program.error(`There is no ${unknown}. There are: ${all.map(({ name }) => name).join(', ')}`);
  return all.filter(({ name }) => !names.length || names.includes(name));
}

program
  .command('backup-keys')
  .description('write the keys of persons and the ledger of erasures to a new file, to be kept apart from the backups of events')
  .argument('<file>', 'the file; it must not exist')
  .action(async (file: string) => {
    const { backupKeys } = await import('./commands/person-keys-command.js');
    say(await withStore((running) => backupKeys(running, file)));
  });

program
  .command('restore-keys')
  .description('take in the keys of persons who are not erased')
  .argument('<file>', 'a file that backup-keys wrote', existingFile)
  .action(async (file: string) => {
    const { restoreKeys } = await import('./commands/person-keys-command.js');
    say(await withStore((running) => restoreKeys(running, file)));
  });

program
  .command('person-data')
  .description('write all that is held about a person to a new file, for the person who asks for it')
  .argument('<id>', 'the key of the person')
  .argument('<file>', 'the file; it must not exist')
  .action(async (id: string, file: string) => {
    const { writePersonData } = await import('./commands/person-command.js');
    say(await withSystem((system) => writePersonData(system, id, file, languageOfTerminal())));
  });

program
  .command('erase-person')
  .description('erase a person for ever: the key of the personal data is destroyed')
  .argument('<id>', 'the key of the person')
  .addOption(new Option('--reason <reason>', 'why').choices(erasureReason.options).makeOptionMandatory())
  .action(async (id: string, { reason }: { reason: typeof erasureReason.options[number] }) => {
    const { erasePersonNow } = await import('./commands/person-command.js');
    const lines = await withSystem((system) => erasePersonNow(system, { personId: id, reason }, languageOfTerminal()));
    lines.forEach(say);
  });

function existingFile(path: string): string {
  if (!existsSync(path)) throw new InvalidArgumentError('There is no such file.');
  return path;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function position(text: string): string {
  if (!isPosition(text)) throw new InvalidArgumentError('It is no position.');
  return text;
}

const isUsageError = (error: unknown): boolean => error instanceof CommanderError || error instanceof NoSuchFolder;

/** What stands where a command is missing: `report` alone lacks the name of a report. */
function whichCommand(): string {
  const group = program.commands.find((command) => command.commands.length && command.name() === process.argv[2]) ?? program;
  return `Which ${group === program ? 'command' : group.name()}? ${group.commands.map((command) => command.name()).join(', ')}. See riggen --help`;
}

try {
  await program.parseAsync();
} catch (error) {
  const { message, exitCode } = error as CommanderError;
  if (error instanceof CommanderError && exitCode === 0) process.exit(0);
  if (error instanceof CommanderError && error.code === 'commander.help') process.stderr.write(`${whichCommand()}\n`);
  else process.stderr.write(`${message.replace(/^error: /, '').split('\n')[0]}\n`);
  process.exit(error instanceof NotRunning ? exit.notRunning : isUsageError(error) ? exit.usage : exit.failure);
}
