import { findPersonByEmail, type Language, type Marking } from '@riggen/contracts';
import { type EventStore, type PersonKeysAddress, PostgresKeyVault } from '@riggen/event-store';
import type { ServiceClient } from '@riggen/messaging';
import { randomUUID } from 'node:crypto';
import { readFolder } from '../import/read-folder.js';
import { refusalLine } from '../import/row-refusal.js';
import { arePublished, ImportInterrupted, type ImportOutcome, publishImport, runImport, type Send } from '../import/run-import.js';
import { type PersonByEmail, trialOf } from '../import/trial.js';
import { Progress } from './progress.js';

export interface ImportRequest {
  folder: string;
  strict: boolean;
  /** What the rows are; undefined: as is usual for their file. */
  marking: Marking | 'real' | undefined;
  language: Language;
  say(line: string): void;
}

/**
 * Imports a folder through the services' commands, and publishes its answers; tells every refusal as a line and gives the
 * counts. With `strict` every row is tried first, and one refusal means that nothing is sent.
 */
export async function importFolder(
  { store, services, caller, personKeys }: { store: EventStore; services: ServiceClient; caller: string; personKeys: PersonKeysAddress },
  { folder, strict, marking, language, say }: ImportRequest,
): Promise<ImportOutcome> {
  const read = readFolder(folder, new Date().toISOString(), language, personKeys.masterKey);
  for (const name of read.missing) say(`${name} is not in the folder; nothing is taken in from it`);
  const pass = async (what: string, send: Send) => {
    const progress = new Progress(what);
    const onProgress = (done: number, total: number) => progress.update(done, total);
    const onRefusal = (refusal: Parameters<typeof refusalLine>[0]) => say(refusalLine(refusal));
    return runImport(read, { send, language, marking, onRefusal, onProgress }).finally(() => progress.stop());
  };
  if (strict) {
    const personByEmail: PersonByEmail = async (workEmail) => {
      const reply = await services.query(findPersonByEmail, { caller, language, correlationId: randomUUID(), input: { workEmail } });
      if (reply.outcome === 'refused') throw new ImportInterrupted(reply.problem.detail);
      return findPersonByEmail.output.parse(reply.output).person;
    };
    const vault = await PostgresKeyVault.open(personKeys);
    const tried = await pass('checking', trialOf(store, vault, personByEmail)).finally(() => vault.close());
    if (tried.refused) return { accepted: 0, unchanged: 0, refused: tried.refused };
  }
  const send: Send = (definition, request) => services.command(definition, { ...request, caller });
  const outcome = await pass('importing', send);
  if (outcome.answersUpTo && !(await arePublished(outcome.answersUpTo, store))) await publishImport(read, send, { language, marking });
  return outcome;
}

/** The counts as the line that an import ends with. */
export const outcomeLine = ({ accepted, unchanged, refused }: ImportOutcome): string =>
  `accepted ${accepted}, unchanged ${unchanged}, refused ${refused}`;
