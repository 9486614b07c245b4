import { operatorCaller } from '@riggen/access';
import type { CommandDefinition, CommandReply, QueryDefinition } from '@riggen/contracts';
import { openEventStore, type RecordedEvent } from '@riggen/event-store';
import { ServiceClient, signCaller } from '@riggen/messaging';
import { startService } from '@riggen/service';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { freshDatabase, freshNats } from '../../../tools/jest/servers.js';
import { rollout } from './index.js';

/** The rollout service on servers of its own, asked over NATS as the gateway asks it. */
export async function runningRollout() {
  const [database, nats] = [await freshDatabase(), await freshNats()];
  const personKeys = { databaseUrl: database.url, masterKey: 'ab'.repeat(32) };
  const configuration = { databaseUrl: database.url, personKeys, natsUrl: nats.natsUrl, natsToken: nats.natsToken, port: 0, callerKey: 'a key of the specification, long enough' };
  const caller = signCaller(configuration.callerKey, operatorCaller, 600);
  const service = await startService(rollout, configuration, { http: false });
  const client = new ServiceClient(configuration, 'specification', 30_000);
  await client.connect();
  let position = '';

  return {
    /** Sends a command that has seen all that was done before it. */
    async send<Definition extends CommandDefinition>(definition: Definition, command: z.input<Definition['schema']>): Promise<CommandReply> {
      const [commandId, correlationId] = [randomUUID(), randomUUID()];
      const reply = await client.command(definition, { ...{ commandId, correlationId, caller, command, language: 'en' }, ...(position && { seen: position }) });
      if (reply.outcome === 'accepted') position = reply.position;
      return reply;
    },
    /** The answer to a query that includes all that was done before it. */
    async ask<Definition extends QueryDefinition>(definition: Definition, input: z.input<Definition['input']>): Promise<z.infer<Definition['output']>> {
      for (;;) {
        const reply = await client.query(definition, { caller, correlationId: randomUUID(), language: 'en', input, ...(position && { fresh: position }) });
        if (reply.outcome === 'answered') return definition.output.parse(reply.output) as z.infer<Definition['output']>;
        if (reply.problem.reason !== 'not-yet-fresh') throw new Error(reply.problem.detail);
      }
    },
    /** Every event that was recorded. */
    async events(): Promise<RecordedEvent[]> {
      const store = await openEventStore(configuration);
      try {
        return await store.readAll('', 100_000);
      } finally {
        await store.close();
      }
    },
    async stop(): Promise<void> {
      await client.close();
      await service.stop();
      await database.drop();
      await nats.stop();
    },
  };
}

export type RunningRollout = Awaited<ReturnType<typeof runningRollout>>;

/** Numbers that look random and are the same in every run. */
export function drawing(seed: number) {
  let state = seed;
  const upTo = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * (most + 1));
  };
  return { upTo, among: <Item>(items: readonly Item[]): Item => items[upTo(items.length - 1)]! };
}
