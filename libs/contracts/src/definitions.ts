import type { DomainEvent, Organisation } from '@riggen/event-sourcing';
import type { z } from 'zod';

/** The services that own commands, queries and events. */
export type ServiceName = 'rollout' | 'training' | 'supervision' | 'fidelity' | 'feedback' | 'dashboards';

/** What a service can be asked to do. `name` is the last part of its NATS subject and of its HTTP path. */
export interface CommandDefinition<Schema extends z.ZodType = z.ZodType> {
  kind: 'command';
  service: ServiceName;
  name: string;
  summary: string;
  schema: Schema;
}

/**
 * What a service can be asked to tell. `audience` is `portal` for figures after disclosure control and
 * `study` for unsuppressed figures, which never leave the machine through the gateway.
 */
export interface QueryDefinition<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  kind: 'query';
  service: ServiceName;
  name: string;
  audience: 'portal' | 'study';
  summary: string;
  input: Input;
  output: Output;
}

/**
 * One version of an event type of a service; calling it makes the event. `upcast` makes its data of those of the version before
 * and of the rest of that event: every version but the first has one.
 */
export interface EventDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  (data: z.infer<Schema>, about: { occurredAt: string; organisation?: Organisation }): DomainEvent<Type, z.infer<Schema>>;
  service: ServiceName;
  type: Type;
  schemaVersion: number;
  schema: Schema;
  summary: string;
  upcast?: (earlier: never, event: Omit<DomainEvent, 'data'>) => z.infer<Schema>;
}

/** The event that an event definition makes. */
export type EventOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Schema> ? DomainEvent<Type, z.infer<Schema>> : never;

export function defineCommand<Schema extends z.ZodType>(
  definition: Omit<CommandDefinition<Schema>, 'kind'>,
): CommandDefinition<Schema> {
  return { kind: 'command', ...definition };
}

export function defineQuery<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Omit<QueryDefinition<Input, Output>, 'kind'>,
): QueryDefinition<Input, Output> {
  return { kind: 'query', ...definition };
}

export function defineEvent<Type extends string, Schema extends z.ZodType>(definition: {
  service: ServiceName;
  type: Type;
  schemaVersion: number;
  schema: Schema;
  summary: string;
  upcast?: EventDefinition<Type, Schema>['upcast'];
}): EventDefinition<Type, Schema> {
  const { type, schemaVersion } = definition;
  const make = (data: z.infer<Schema>, about: { occurredAt: string; organisation?: Organisation }) => ({
    type,
    schemaVersion,
    occurredAt: about.occurredAt,
    organisation: about.organisation ?? {},
    data,
  });
  return Object.assign(make, definition);
}

/** The NATS subject on which a service answers a command or a query. */
export function subjectOf(definition: Pick<CommandDefinition | QueryDefinition, 'kind' | 'service' | 'name'>): string {
  return `riggen.${definition.kind}.${definition.service}.${definition.name}`;
}
