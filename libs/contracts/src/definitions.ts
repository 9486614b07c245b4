import type { DomainEvent, Organisation } from '@riggen/event-sourcing';
import { z } from 'zod';

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

/** The fields of an event that hold personal data, and the field that names the person by key. */
export interface PersonalFields {
  of: string;
  fields: readonly string[];
}

/**
 * One version of an event type of a service; calling it makes the event. `upcast` makes its data of those of the version before
 * and of the rest of that event: every version but the first has one. `schema` describes the event as deciders and read models
 * see it, `stored` as it is stored and published: fields that are `personal` are encrypted there. `erases` names the field with
 * the person whose key is destroyed because of the event.
 */
export interface EventDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  (data: z.infer<Schema>, about: { occurredAt: string; organisation?: Organisation }): DomainEvent<Type, z.infer<Schema>>;
  service: ServiceName;
  type: Type;
  schemaVersion: number;
  schema: Schema;
  stored: z.ZodType;
  summary: string;
  upcast?: (earlier: never, event: Omit<DomainEvent, 'data'>) => z.infer<Schema>;
  personal?: PersonalFields;
  erases?: string;
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

export function defineEvent<Type extends string, Schema extends z.ZodType>(
  definition: Pick<EventDefinition<Type, Schema>, 'service' | 'type' | 'schemaVersion' | 'schema' | 'summary' | 'upcast' | 'personal' | 'erases'>,
): EventDefinition<Type, Schema> {
  const { type, schemaVersion, schema, personal } = definition;
  const stored = personal ? sealedIn(schema, personal) : schema;
  const make = (data: z.infer<Schema>, about: { occurredAt: string; organisation?: Organisation }) => ({
    type,
    schemaVersion,
    occurredAt: about.occurredAt,
    organisation: about.organisation ?? {},
    data,
  });
  return Object.assign(make, { ...definition, stored });
}

/** The NATS subject on which a service answers a command or a query. */
export function subjectOf(definition: Pick<CommandDefinition | QueryDefinition, 'kind' | 'service' | 'name'>): string {
  return `riggen.${definition.kind}.${definition.service}.${definition.name}`;
}

/** Personal data as they are stored: encrypted under the person's key. */
export const sealedText = z.string().regex(/^sealed:v1:[\w-]+$/).describe("Encrypted under the person's key");

type Erasable<Shape extends z.core.$ZodShape, Field extends keyof Shape> = {
  [Name in keyof Shape]: Name extends Field ? z.ZodNullable<Shape[Name]> : Shape[Name];
};

/** A schema whose personal fields may be null: the person is erased, or the reader does not ask for personal data. */
export function erasable<Shape extends z.core.$ZodShape, Field extends keyof Shape & string>(
  schema: z.ZodObject<Shape>,
  fields: readonly Field[],
): z.ZodObject<Erasable<Shape, Field>> {
  const nullable = Object.fromEntries(fields.map((field) => [field, z.nullable(schema.shape[field] as unknown as z.ZodType)]));
  return schema.extend(nullable) as unknown as z.ZodObject<Erasable<Shape, Field>>;
}

function sealedIn(schema: z.ZodType, { of, fields }: PersonalFields): z.ZodType {
  if (!(schema instanceof z.ZodObject) || !(of in schema.shape)) throw new Error(`Personal data need a schema with the field ${of}`);
  const sealed = fields.map((field) => {
    const given = schema.shape[field] as z.ZodType | undefined;
    if (!given?.isNullable()) throw new Error(`The field ${field} must be erasable`);
    return [field, given.isOptional() ? sealedText.optional() : sealedText] as const;
  });
  return schema.extend(Object.fromEntries(sealed));
}
