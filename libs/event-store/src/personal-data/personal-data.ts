import { eventDefinition, type EventDefinition, events } from '@riggen/contracts';
import type { DomainEvent } from '@riggen/event-sourcing';
import { fingerprintOf } from '../fingerprint.js';
import type { ErasureEvent, KeyVault } from './key-vault.js';
import { derivedKey, isSealed, openValue, sealValue } from './seal.js';

type Data = Record<string, unknown>;
type Typed = Pick<DomainEvent, 'type' | 'schemaVersion' | 'data'>;
/** An event as it is read from the store or from JetStream. */
type Read = ErasureEvent;

const definitionOf = ({ type, schemaVersion }: Typed): EventDefinition | undefined => eventDefinition(type, schemaVersion);

/** The person whose personal data an event holds; undefined for the many events that hold none. */
function personOf(event: Typed): string | undefined {
  const of = definitionOf(event)?.personal?.of;
  return of === undefined ? undefined : ((event.data as Data)[of] as string);
}

/** The types of events that erase a person. */
export const erasingTypes = [...new Set(events.filter(({ erases }) => erases !== undefined).map(({ type }) => type))];

/** The person whom an event erases. */
function personErasedBy(event: Typed): string | undefined {
  const erases = definitionOf(event)?.erases;
  return erases === undefined ? undefined : ((event.data as Data)[erases] as string);
}

const place = (event: Typed, personId: string, field: string): string => `${personId} ${event.type} ${field}`;

const ledgerEntryOf = ({ id, stream, type, schemaVersion, occurredAt, organisation, actor, correlationId, data }: Read): ErasureEvent => ({
  ...{ id, stream, type, schemaVersion, occurredAt, organisation, actor, correlationId, data },
});

/** An event with its personal fields changed; null is the value of a field that cannot be read. */
function withFields<Event extends Typed>(event: Event, change: (field: string, value: unknown) => unknown): Event {
  const data = { ...(event.data as Data) };
  for (const field of definitionOf(event)!.personal!.fields) {
    if (data[field] !== undefined && data[field] !== null) data[field] = change(field, data[field]);
  }
  return { ...event, data };
}

/**
 * Personal data in events: encrypted under the key of their person on the way into the store, opened on the way to those who
 * may read them. An erasure is carried out by whoever comes by it first, so that no reader gets past it while the key is there.
 */
export class PersonalData {
  constructor(private readonly vault: KeyVault) {}

  /** The events as they are to be stored. Makes the keys that are missing first. Throws PersonIsErased. */
  async seal(events: DomainEvent[]): Promise<DomainEvent[]> {
    const persons = events.map(personOf);
    if (persons.every((person) => person === undefined)) return events;
    const keys = await this.vault.keysFor(persons.filter((person) => person !== undefined));
    return events.map((event, index) => {
      const person = persons[index];
      if (person === undefined) return event;
      return withFields(event, (field, value) => sealValue(keys.get(person)!, place(event, person, field), value));
    });
  }

  /** Stored events with their personal data in clear; null where the key is gone. */
  async open<Event extends Read>(events: Event[]): Promise<Event[]> {
    await this.carryOutErasures(events);
    const persons = events.map(personOf);
    const keys = await this.vault.keysOf(persons.filter((person) => person !== undefined));
    return events.map((event, index) => {
      const person = persons[index];
      if (person === undefined) return event;
      const key = keys.get(person);
      return withFields(event, (field, value) => (key && isSealed(value) ? openValue(key, place(event, person, field), value) : null));
    });
  }

  /** Stored events for those who have no need of personal data: null in their place. */
  async conceal<Event extends Read>(events: Event[]): Promise<Event[]> {
    await this.carryOutErasures(events);
    return events.map((event) => (personOf(event) === undefined ? event : withFields(event, () => null)));
  }

  /** Destroys the keys of those whom the events erase, where that has not been done. */
  async carryOutErasures(events: Read[]): Promise<void> {
    const erasing = events.filter((event) => personErasedBy(event) !== undefined);
    if (!erasing.length) return;
    const done = await this.vault.erasedAmong(erasing.map((event) => personErasedBy(event)!));
    for (const event of erasing) {
      const person = personErasedBy(event)!;
      if (!done.has(person)) await this.vault.destroy(person, ledgerEntryOf(event));
    }
  }

  /**
   * The fingerprint of a command's content, which is stored with the events it led to. With personal data in one of them it
   * is keyed with the person's key: else what was erased could be found by trying. Undefined when that key is gone.
   */
  async fingerprint(content: unknown, events: Typed[]): Promise<string | undefined> {
    const person = events.map(personOf).find((id) => id !== undefined);
    if (person === undefined) return fingerprintOf(content);
    const key = (await this.vault.keysOf([person])).get(person);
    return key && fingerprintOf(content, derivedKey(key, 'fingerprint'));
  }

  /** Why the personal data of stored events cannot be read, one line an event: the key is missing and no erasure is known, or is another. */
  async unreadable(events: (Typed & { stream: string; version: number })[]): Promise<string[]> {
    const personal = events.filter((event) => personOf(event) !== undefined);
    if (!personal.length) return [];
    const persons = personal.map((event) => personOf(event)!);
    const [keys, erased] = [await this.vault.keysOf(persons), await this.vault.erasedAmong(persons)];
    return personal.flatMap((event, index) => {
      const person = persons[index]!;
      const key = keys.get(person);
      if (erased.has(person)) return [];
      const name = `${event.stream} version ${event.version}`;
      if (!key) return [`${name}: the key of its person is missing, and no erasure is recorded`];
      try {
        withFields(event, (field, value) => openValue(key, place(event, person, field), String(value)));
        return [];
      } catch {
        return [`${name}: its personal data cannot be opened with the key of its person`];
      }
    });
  }
}
