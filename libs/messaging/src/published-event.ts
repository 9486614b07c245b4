import { eventDefinition } from '@riggen/contracts';
import type { Position, RecordedEvent } from '@riggen/event-store';

/** An event as projections and reactions get it, whether over JetStream or from the store. */
export type PublishedEvent = Omit<RecordedEvent, 'hash' | 'fingerprint' | 'commandId'>;

/** An event on its way over JetStream: with the position before it, so that a reader sees when one is missing. */
export interface Delivery {
  event: PublishedEvent;
  previous: Position;
}

export const eventSubjects = 'riggen.events.>';

/** The subject of an event: its service and type. */
export function eventSubject(event: Pick<RecordedEvent, 'type' | 'schemaVersion'>): string {
  return `riggen.events.${eventDefinition(event.type, event.schemaVersion)?.service ?? 'unknown'}.${event.type}`;
}

/** A CloudEvents 1.0 envelope in structured JSON; the extension attributes carry what only Riggen knows. */
export function toCloudEvent(event: RecordedEvent, previous: Position) {
  return {
    specversion: '1.0',
    id: event.id,
    source: `/riggen/${eventDefinition(event.type, event.schemaVersion)?.service ?? 'unknown'}`,
    type: event.type,
    subject: event.stream,
    time: event.occurredAt,
    datacontenttype: 'application/json',
    schemaversion: event.schemaVersion,
    streamversion: event.version,
    recordedat: event.recordedAt,
    position: event.position,
    previousposition: previous,
    actorkind: event.actor.kind,
    actorid: event.actor.id,
    correlationid: event.correlationId,
    ...(event.causationId && { causationid: event.causationId }),
    ...(event.organisation.service && { serviceunit: event.organisation.service }),
    ...(event.organisation.region && { region: event.organisation.region }),
    ...(event.marking && { marking: event.marking }),
    ...(event.source && { sourcelist: event.source.list, sourceline: event.source.line }),
    data: event.data,
  };
}

/** Reads a CloudEvent of ours back. */
export function fromCloudEvent(message: ReturnType<typeof toCloudEvent>): Delivery {
  const { serviceunit, region, causationid, marking, sourcelist, sourceline } = message;
  return {
    previous: message.previousposition,
    event: {
      id: message.id,
      type: message.type,
      stream: message.subject,
      version: message.streamversion,
      schemaVersion: message.schemaversion,
      occurredAt: message.time,
      recordedAt: message.recordedat,
      position: message.position,
      actor: { kind: message.actorkind, id: message.actorid },
      correlationId: message.correlationid,
      ...(causationid && { causationId: causationid }),
      ...(marking && { marking }),
      ...(sourcelist && sourceline !== undefined && { source: { list: sourcelist, line: sourceline } }),
      organisation: { ...(serviceunit && { service: serviceunit }), ...(region && { region }) },
      data: message.data,
    },
  };
}
