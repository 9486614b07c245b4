import { operatorCaller } from '@riggen/access';
import { caseworkerRegistered, type CommandDefinition, type CommandReply, type DomainEvent, type Grant, type QueryDefinition, serviceUnitRegistered } from '@riggen/contracts';
import { fingerprintOf, headOf, openEventStore, type RecordedEvent } from '@riggen/event-store';
import { ServiceClient, signCaller } from '@riggen/messaging';
import { startService } from '@riggen/service';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { freshDatabase, freshNats } from '../../../tools/jest/servers.js';
import { training } from './index.js';

/** The training service on servers of its own, asked over NATS as the gateway asks it. */
export async function runningTraining() {
  const [database, nats] = [await freshDatabase(), await freshNats()];
  const configuration = { databaseUrl: database.url, natsUrl: nats.natsUrl, natsToken: nats.natsToken, port: 0, callerKey: 'a key of the specification, long enough', personKeys: { databaseUrl: database.url, masterKey: 'ab'.repeat(32) } };
  const service = await startService(training, configuration, { http: false });
  const store = await openEventStore(configuration);
  const client = new ServiceClient(configuration, 'specification', 30_000);
  await client.connect();
  let position = '';
  const later = (candidate: string | undefined) => void (candidate && candidate > position && (position = candidate));
  const operator = signCaller(configuration.callerKey, operatorCaller, 3_600);

  const running = {
    /** Sends a command that has seen all that was done before it. */
    async send<Definition extends CommandDefinition>(definition: Definition, command: z.input<Definition['schema']>, caller = operator): Promise<CommandReply> {
      const [commandId, correlationId] = [randomUUID(), randomUUID()];
      for (;;) {
        const reply = await client.command(definition, { ...{ commandId, correlationId, caller, command, language: 'en' }, ...(position && { seen: position }) });
        if (reply.outcome === 'refused' && reply.problem.retryable) continue;
        if (reply.outcome === 'accepted') later(reply.position);
        return reply;
      }
    },
    /** Sends a command that must be accepted. */
    async done<Definition extends CommandDefinition>(definition: Definition, command: z.input<Definition['schema']>, caller = operator): Promise<void> {
      const reply = await running.send(definition, command, caller);
      if (reply.outcome === 'refused') throw new Error(`${definition.name}: ${reply.problem.detail}`);
    },
    /** The answer to a query that includes all that was done before it. */
    async ask<Definition extends QueryDefinition>(definition: Definition, input: z.input<Definition['input']>, caller = operator): Promise<z.infer<Definition['output']>> {
      for (;;) {
        const reply = await client.query(definition, { caller, correlationId: randomUUID(), language: 'en', input, ...(position && { fresh: position }) });
        if (reply.outcome === 'answered') return definition.output.parse(reply.output) as z.infer<Definition['output']>;
        if (reply.problem.reason !== 'not-yet-fresh') throw new Error(reply.problem.detail);
      }
    },
    /** Records what other services, or an earlier time, have recorded. */
    async happened(stream: string, ...events: DomainEvent[]): Promise<void> {
      const commandId = randomUUID();
      const envelope = { commandId, fingerprint: fingerprintOf(events), correlationId: commandId, actor: { kind: 'system', id: 'specification' } as const };
      const result = await store.append({ stream, expected: headOf(await store.readStream(stream)), events, envelope });
      if (result.outcome !== 'appended') throw new Error(result.outcome);
      later(result.position);
    },
    /** A service in region sør, and people who work there. */
    async serviceWith(serviceId: string, personIds: readonly string[], region: 'sor' | 'vest' = 'sor'): Promise<void> {
      const at = { occurredAt: '2021-08-01T08:00:00.000Z', organisation: { service: serviceId, region } };
      await running.happened(`serviceUnit-${serviceId}`, serviceUnitRegistered({ serviceId, name: `Tjeneste ${serviceId}`, kind: 'municipal', municipalityNumbers: ['4003'], region }, at));
      for (const personId of personIds) {
        await running.happened(`caseworker-${personId}`, caseworkerRegistered({ personId, serviceId, targetGroup: 'child_4_12', phase: 1 }, at));
      }
    },
    events: (): Promise<RecordedEvent[]> => store.readAll('', 100_000),
    as: (id: string, ...grants: Grant[]) => signCaller(configuration.callerKey, { kind: 'person', id, grants }, 3_600),
    async stop(): Promise<void> {
      await client.close();
      await service.stop();
      await store.close();
      await database.drop();
      await nats.stop();
    },
  };
  return running;
}

export type RunningTraining = Awaited<ReturnType<typeof runningTraining>>;
