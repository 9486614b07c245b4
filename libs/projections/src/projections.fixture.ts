import { type EventStore, fingerprintOf, headOf, type Position } from '@riggen/event-store';
import { randomUUID } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Projection, type PublishedEvent, upsert } from './projection.js';
import { RowsOf } from './row-security.js';

@Entity('tally')
@RowsOf('internal')
export class Tally {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'integer' })
  count!: number;
}

/** Counts gatherings by number: an event that counts twice, or not at all, shows. A gathering «G-poison» cannot be applied. */
export const tallyProjection = (version = 1, poison: { active: boolean } = { active: true }): Projection => ({
  name: 'tally',
  version,
  entities: [Tally],
  events: ['SomethingHappened'],
  apply: async (events, rows) => {
    const names = events.map((event) => nameOf(event));
    if (poison.active && names.includes('poison')) throw new Error('this event is poison');
    const known = new Map((await rows.find(Tally)).map(({ name, count }) => [name, count]));
    for (const name of names) known.set(name, (known.get(name) ?? 0) + 1);
    await upsert(rows, Tally, ['name'], [...known].map(([name, count]) => ({ name, count })));
  },
});

/** The name that an event was given. */
export const nameOf = (event: PublishedEvent): string => (event.data as { name: string }).name;

/** Appends one event named `name` to a stream; gives its position. */
export async function happen(store: EventStore, stream: string, name: string, type = 'SomethingHappened'): Promise<Position> {
  const events = await store.readStream(stream);
  const event = { type, schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {}, data: { name } };
  const commandId = randomUUID();
  const actor = { kind: 'system', id: 'specification' } as const;
  const envelope = { commandId, fingerprint: fingerprintOf(name), correlationId: commandId, actor };
  const result = await store.append({ stream, expected: headOf(events), events: [event], envelope });
  if (result.outcome !== 'appended') throw new Error(result.outcome);
  return result.position;
}
