import { type CommandFrom, type CommandReply, eventDefinition, type Language, problemOf, problemOfInput, upcast } from '@riggen/contracts';
import { type DomainEvent, fold, isRefusal, type Refusal, refuse } from '@riggen/event-sourcing';
import { type EventStore, headOf, type PersonalData, type Position } from '@riggen/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import { permittedSubject } from '../permitted-subject.js';
import type { Lookups } from '../copies/copies.js';
import type { CommandSlice } from './command-slice.js';

/** How often a command is decided anew when others write to its stream at the same time. */
const attempts = 20;

export interface CommandSurroundings {
  store: Pick<EventStore, 'append' | 'readStream'>;
  personalData: PersonalData;
  lookups: Lookups;
  /** Whether the copies that `lookups` reads include a position; waits a moment for it. */
  reached(position: Position): Promise<boolean>;
  now(): string;
}

/**
 * Runs a command: checks its input, loads its stream, asks whether the caller may, decides, and appends with the expected
 * version. The same command id with the same content has one effect; with other content it is refused. Nothing else is written.
 */
export async function runCommand(
  slice: CommandSlice,
  request: CommandFrom,
  { store, personalData, lookups, reached, now }: CommandSurroundings,
): Promise<CommandReply> {
  const { language, correlationId, causationId, commandId, caller, marking, source } = request;
  const wrongInput = problemOfInput(slice.definition.schema, request.command, language);
  if (wrongInput) return { outcome: 'refused', problem: { ...wrongInput, correlationId } };
  const command = slice.definition.schema.parse(request.command);
  const content = { name: slice.definition.name, command };
  const isFresh = request.seen === undefined || (await reached(request.seen));

  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stream = (await slice.findStream?.(command, { lookups })) ?? slice.streamOf(command);
    const events = await personalData.open(await store.readStream(stream));
    const state: unknown = fold(slice.evolution, events.map(upcast) as DomainEvent[]);
    if (!(await permittedSubject(slice.definition, caller, () => slice.subject(command, { lookups, state })))) {
      return refused({ ...refuse('not-permitted'), ...(!isFresh && { retryable: true }) }, language, correlationId);
    }
    const earlier = events.find((event) => event.commandId === commandId);
    if (earlier && earlier.fingerprint === (await personalData.fingerprint(content, [earlier]))) return { outcome: 'unchanged', position: events.at(-1)!.position };

    const context: unknown = await slice.context(command, { lookups, now: now(), state, caller });
    const decision = slice.decide(command, state, context);
    if (isRefusal(decision)) {
      const retryable = !isFresh && decision.reason.startsWith('unknown-');
      return refused({ ...decision, ...(retryable && { retryable }) }, language, correlationId);
    }
    if (earlier) return refused(refuse('command-id-reused'), language, correlationId);
    if (!decision.length) return { outcome: 'unchanged', ...(events.length && { position: events.at(-1)!.position }) };

    decision.forEach(checkEvent);
    const sealed = await personalData.seal(decision);
    const fingerprint = (await personalData.fingerprint(content, sealed))!;
    const origin = { ...(causationId && { causationId }), ...(marking && { marking }), ...(source && { source }) };
    const actor = { kind: caller.kind, id: caller.id };
    const envelope = { commandId, fingerprint, correlationId, actor, ...origin };
    const result = await store.append({ stream, expected: headOf(events), events: sealed, envelope });
    if (result.outcome === 'appended') {
      // Reading an erasure carries it out: when the command is answered, the key is gone.
      if (decision.some(erases)) await personalData.conceal(await store.readStream(stream, headOf(events).version));
      return { outcome: 'accepted', position: result.position };
    }
    if (result.outcome === 'duplicate') {
      const { position } = result;
      return result.fingerprint === fingerprint ? { outcome: 'unchanged', position } : refused(refuse('command-id-reused'), language, correlationId);
    }
    await sleep(Math.random() * 10 * attempt);
  }
  return refused(refuse('too-many-conflicts'), language, correlationId);
}

const refused = (refusal: Refusal, language: Language, correlationId?: string): CommandReply => ({
  outcome: 'refused',
  problem: problemOf(refusal, language, correlationId),
});

const erases = ({ type, schemaVersion }: DomainEvent): boolean => eventDefinition(type, schemaVersion)?.erases !== undefined;

function checkEvent(event: DomainEvent): void {
  const definition = eventDefinition(event.type, event.schemaVersion);
  if (!definition) throw new Error(`No service has published ${event.type} version ${event.schemaVersion}`);
  if (upcast(event) !== event) throw new Error(`${event.type} version ${event.schemaVersion} is no longer written: there is a newer one`);
  definition.schema.parse(event.data);
}
