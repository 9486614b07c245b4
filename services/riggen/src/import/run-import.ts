import {
  type answersPublished,
  answerSurvey,
  type CommandReply,
  type CommandRequest,
  evaluateGathering,
  type Language,
  type Marking,
  type Problem,
  problemText,
  publishAnswers,
} from '@riggen/contracts';
import { lastMonthOver } from '@riggen/event-sourcing';
import { type EventStore, fingerprintOf, type Position } from '@riggen/event-store';
import { publicationStream } from '@riggen/feedback';
import type { DataOf } from '@riggen/service';
import { setTimeout as sleep } from 'node:timers/promises';
import { v5 as uuidv5 } from 'uuid';
import { type ReadFolder, type ReadRow, rowRefusal } from './read-folder.js';
import type { ImportRefusal } from './row-refusal.js';

const namespace = '2c1a6d0e-8a51-4d0a-bb0f-3f6a5a1c7e42';
const atOnce = 48;
/** How long the import goes on asking a system that does not answer, in milliseconds. */
const patience = 30_000;

/** A row as a command, before it is said who sends it. */
export type RowRequest = Omit<CommandRequest, 'caller'>;
/** Sends a command to its service, or tries it out. */
export type Send = (definition: ReadRow['definition'], request: RowRequest) => Promise<CommandReply>;

export interface ImportOptions {
  send: Send;
  language: Language;
  /** What all rows are; undefined: each as is usual for its file. */
  marking: Marking | 'real' | undefined;
  onRefusal(refusal: ImportRefusal): void;
  onProgress(done: number, total: number): void;
}

export interface ImportOutcome {
  accepted: number;
  unchanged: number;
  refused: number;
  /** The last position of the answers that were taken in, now or before. */
  answersUpTo?: Position;
}

/** Raised when the system stops answering: what was sent stays, and the same import again completes it. */
export class ImportInterrupted extends Error {}

/**
 * Sends a folder's rows as commands, stage by stage, and refuses what cannot go in. A row's command id is made from its file
 * and key, so that the same row has one effect however often it is sent.
 */
export async function runImport(folder: ReadFolder, options: ImportOptions): Promise<ImportOutcome> {
  const outcome: ImportOutcome = { accepted: 0, unchanged: 0, refused: 0 };
  const refusedIds = new Map<string, string>();
  const refusedLines = new Set<string>();
  let untold: ImportRefusal[] = [];
  const refuse = (refusal: ImportRefusal, id: string | undefined) => {
    outcome.refused += 1;
    refusedLines.add(`${refusal.file}:${refusal.line}`);
    if (id) refusedIds.set(id, `${refusal.file}${refusal.line ? `:${refusal.line}` : ''}`);
    untold.push(refusal);
  };
  const tellInOrder = () => {
    untold.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0)).forEach(options.onRefusal);
    untold = [];
  };
  const refusedFiles = folder.refusals.filter(({ wholeFile }) => wholeFile).map(({ file }) => file);
  for (const { id, wholeFile: _, ...refusal } of folder.refusals) refuse(refusal, id);
  tellInOrder();

  const total = folder.stages.flat().length;
  let done = 0;
  let seen: string | undefined;
  for (const rows of folder.stages) {
    const seenBefore = seen;
    // What else a refused line asks for rests on what was refused: it is not sent, and the line is told once.
    const sent = rows.filter(({ file, line, joined }) => joined !== undefined || !refusedLines.has(`${file}:${line}`));
    done += rows.length - sent.length;
    await inOrder(sent, async (row) => {
      const reply = await sendPatiently(row, seenBefore, options);
      if (reply.outcome === 'refused') {
        const refusal = refusalOf(row, reply.problem, { refusedIds, refusedFiles }, options.language);
        for (const line of row.joined ?? [row.line]) refuse({ ...refusal, line }, row.id);
      } else {
        outcome[reply.outcome] += row.joined?.length ?? 1;
        if (isAnswer(row) && reply.position && reply.position > (outcome.answersUpTo ?? '')) outcome.answersUpTo = reply.position;
        if (reply.position && reply.position > (seen ?? '')) seen = reply.position;
      }
      options.onProgress((done += 1), total);
    }).finally(tellInOrder);
  }
  return outcome;
}

/**
 * Publishes the answers of a folder that was taken in, up to the last month that is over. The command's id is made from the
 * answers, so that the same folder is published once, also where an import was killed and completed.
 */
export async function publishImport(folder: ReadFolder, send: Send, { language, marking }: Pick<ImportOptions, 'language' | 'marking'>): Promise<void> {
  const answers = folder.stages.flat().filter(isAnswer);
  const kind = marking ?? answers[0]!.usualMarking;
  const commandId = uuidv5(fingerprintOf(answers.map(({ id, command }) => [id, command])), namespace);
  const reply = await untilAnswered(
    () =>
      send(publishAnswers, {
        ...{ commandId, correlationId: commandId, language, ...(kind && kind !== 'real' && { marking: kind }) },
        command: { through: lastMonthOver(new Date().toISOString()), occasion: 'import' },
      }),
    'the publication of the answers',
  );
  // In another month the same folder asks for more than it did, and has been published already.
  if (reply.outcome === 'refused' && reply.problem.reason !== 'command-id-reused') throw new ImportInterrupted(reply.problem.detail);
}

/** Whether a publication of all months that are over came after these answers: another would say nothing new. */
export async function arePublished(answersUpTo: Position, store: Pick<EventStore, 'readStream'>): Promise<boolean> {
  const through = lastMonthOver(new Date().toISOString());
  const publications = await store.readStream(publicationStream);
  return publications.some(({ position, data }) => position > answersUpTo && (data as DataOf<typeof answersPublished>).through >= through);
}

const isAnswer = ({ definition }: ReadRow): boolean => definition === answerSurvey || definition === evaluateGathering;

/** Handles many rows at once, but rows of the same order, or of the same key, one after the other. */
async function inOrder(rows: ReadRow[], handle: (row: ReadRow) => Promise<void>): Promise<void> {
  const tails = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  let failure: Error | undefined;
  for (const row of rows) {
    const keys = [`${row.file} order ${row.order}`, `${row.file} id ${row.id}`];
    const before = Promise.all(keys.map((key) => tails.get(key) ?? Promise.resolve()));
    const handled: Promise<void> = before
      .then(() => (failure ? undefined : handle(row)))
      .catch((error: Error) => void (failure ??= error))
      .finally(() => running.delete(handled));
    for (const key of keys) tails.set(key, handled);
    running.add(handled);
    if (running.size >= atOnce) await Promise.race(running);
    if (failure) break;
  }
  await Promise.all(running);
  if (failure) throw failure;
}

async function sendPatiently(row: ReadRow, seen: string | undefined, { send, language, marking }: ImportOptions): Promise<CommandReply> {
  const kind = marking ?? row.usualMarking;
  const request: RowRequest = {
    commandId: uuidv5(`${row.file} ${row.id}`, namespace),
    correlationId: uuidv5(row.file, namespace),
    language,
    command: row.command,
    source: { list: row.list, line: row.line },
    ...(seen && { seen }),
    ...(kind && kind !== 'real' && { marking: kind }),
  };
  return untilAnswered(() => send(row.definition, request), `${row.file} line ${row.line}`);
}

/**
 * Sends a command again while the system does not answer or asks for patience. Throws ImportInterrupted, with the place where it
 * stopped, when that takes too long.
 */
async function untilAnswered(send: () => Promise<CommandReply>, where: string): Promise<CommandReply> {
  const deadline = performance.now() + patience;
  for (;;) {
    const reply = await send();
    const again = reply.outcome === 'refused' && (reply.problem.retryable || reply.problem.status === 500);
    if (!again) return reply;
    if (performance.now() > deadline) {
      throw new ImportInterrupted(
        `Stopped at ${where}: ${reply.problem.detail} What was sent is kept: when Riggen runs, the same import again completes it.`,
      );
    }
    await sleep(200);
  }
}

function refusalOf(
  row: ReadRow,
  problem: Problem,
  { refusedIds, refusedFiles }: { refusedIds: ReadonlyMap<string, string>; refusedFiles: string[] },
  language: Language,
): ImportRefusal {
  const [error] = problem.errors ?? [];
  const refersTo = error && problem.reason.startsWith('unknown-') ? referredId(row.command, error.pointer) : undefined;
  const where = refersTo && (refusedIds.get(refersTo) ?? refusedFiles.find((file) => filesOf[problem.reason]?.includes(file)));
  if (where) return rowRefusal(row, 'refers-to-refused', problemText('refers-to-refused', { id: refersTo, where }, language), error!.pointer);
  const pointer = error?.pointer ?? (problem.reason === 'command-id-reused' ? row.key : undefined);
  return rowRefusal(row, problem.reason, error?.detail ?? problem.detail, pointer);
}

/** The files in which what a row refers to should stand. */
const filesOf: Record<string, string[]> = {
  'unknown-service-unit': ['services.csv', 'organisation.csv'],
  'unknown-person': ['people.csv'],
  'unknown-case': ['cases.csv'],
  'unknown-gathering': ['gatherings.csv'],
  'unknown-session': ['supervision_sessions.csv'],
  'unknown-invitation': ['survey_invitations.csv'],
};

function referredId(command: unknown, pointer: string): string | undefined {
  const value = (command as Record<string, unknown>)[pointer.replace('#/', '')];
  return typeof value === 'string' ? value : undefined;
}
