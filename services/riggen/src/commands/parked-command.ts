import { askForReplay, countParked, countReplays, loadParked, openReadModels, type ParkedEvent, type Sql } from '@riggen/projections';
import { setTimeout as sleep } from 'node:timers/promises';
import { services } from '../services.js';
import type { SystemAddress } from './store.js';

/** Whoever is handed events: a read model as SERVICE.PROJECTION, a reaction as SERVICE.reaction.NAME. */
interface NamedConsumer {
  name: string;
  schema: string;
  consumer: string;
}

export const allConsumers: NamedConsumer[] = services.flatMap(({ name: schema, projections, reactions = [] }) =>
  [...projections.map(({ name }) => name), ...reactions.map(({ name }) => `reaction.${name}`)].map((consumer) => ({
    ...{ name: `${schema}.${consumer}`, schema, consumer },
  })),
);

/** Every parked event of the system. */
export async function* parkedEvents({ databaseUrl }: SystemAddress): AsyncGenerator<ParkedEvent & { name: string }> {
  for (const { name: schema } of services) {
    const tables = await openReadModels(databaseUrl, schema, [], 1);
    try {
      let page = await loadParked(tables, schema);
      while (page.length) {
        for (const parked of page) yield { name: `${schema}.${parked.projection}`, ...parked };
        page = await loadParked(tables, schema, page.at(-1));
      }
    } finally {
      await tables.destroy();
    }
  }
}

/** A parked event as a line for people. */
export const parkedLine = ({ name, since, eventId, type, stream, reason }: ParkedEvent & { name: string }): string =>
  `${name} ${since} ${eventId} ${type} ${stream}: ${reason.replaceAll(/\s+/g, ' ')}`;

/** How long the services may take, in milliseconds, to handle one more event. */
const patience = 30_000;

/** Asks the running services to handle parked events again and waits for them. Throws when they do not take it up. */
export async function replay({ databaseUrl }: SystemAddress, consumers: NamedConsumer[]): Promise<{ replayed: number; parked: number }> {
  const outcome = { replayed: 0, parked: 0 };
  for (const { schema, consumer } of consumers) {
    const tables = await openReadModels(databaseUrl, schema, [], 1);
    try {
      const asked = await askForReplay(tables, schema, consumer);
      await untilHandled(tables, schema, consumer);
      const parked = (await countParked(tables, schema)).get(consumer) ?? 0;
      outcome.parked += parked;
      outcome.replayed += Math.max(0, asked - parked);
    } finally {
      await tables.destroy();
    }
  }
  return outcome;
}

async function untilHandled(sql: Sql, schema: string, consumer: string): Promise<void> {
  let left = Infinity;
  for (let since = performance.now(); performance.now() < since + patience; await sleep(100)) {
    const asked = await countReplays(sql, schema, consumer);
    if (!asked) return;
    if (asked < left) since = performance.now();
    left = asked;
  }
  throw new Error(`${schema}.${consumer} does not handle its parked events. Look at its health and its log; they are still asked for.`);
}
