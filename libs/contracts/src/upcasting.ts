import type { DomainEvent } from '@riggen/event-sourcing';
import type { EventDefinition } from './definitions.js';

/**
 * Makes the function that reads an event as the newest version of its type, by way of every version between. It leaves alone
 * what is the newest already, and types that are not among the definitions. It throws on a version that is newer than the
 * newest one that is known: a program that reads it as an older one would misread it.
 */
export function upcasterOf(definitions: EventDefinition[]): <Event extends DomainEvent>(event: Event) => Event {
  const versions = new Map<string, EventDefinition[]>();
  for (const definition of [...definitions].sort((a, b) => a.schemaVersion - b.schemaVersion)) {
    versions.set(definition.type, [...(versions.get(definition.type) ?? []), definition]);
  }
  return (event) => {
    const known = versions.get(event.type);
    if (!known || event.schemaVersion === known.length) return event;
    if (event.schemaVersion > known.length) {
      throw new Error(`${event.type} version ${event.schemaVersion} is newer than this program, which knows version ${known.length}`);
    }
    return known.slice(event.schemaVersion).reduce(
      (earlier, { schemaVersion, upcast }) => ({ ...earlier, schemaVersion, data: upcast!(earlier.data as never, earlier) }),
      event,
    );
  };
}
