/** The organisation that an event belongs to: a service, the region that follows it up, or neither. */
export interface Organisation {
  service?: string;
  region?: string;
}

/** A fact that a decision gives. `occurredAt` is an ISO instant: when it happened in the world, not when it is recorded. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  type: Type;
  schemaVersion: number;
  occurredAt: string;
  organisation: Organisation;
  data: Data;
}

/** Who acts: a person by key, a program, or the system itself. Never a name. */
export interface Actor {
  kind: 'person' | 'program' | 'system';
  id: string;
}

/** What accompanies a command. The same `commandId` twice has one effect. `now` is an ISO instant. */
export interface CommandMetadata {
  commandId: string;
  actor: Actor;
  correlationId: string;
  causationId?: string;
  marking?: string;
}
