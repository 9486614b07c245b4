import { personCorrected, personErased, personMadeKnown } from '@riggen/contracts';
import { type Projection, type PublishedEvent, upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { In } from 'typeorm';
import { PersonRow } from '../person.tables.js';

/** The persons of the staff, as they are known now. */
export const peopleProjection: Projection = {
  name: 'people',
  version: 1,
  entities: [PersonRow],
  events: [personMadeKnown.type, personCorrected.type, personErased.type],
  readsPersonalData: true,
  apply: async (events, rows) => {
    const ids = [...new Set(events.map(personIdOf))];
    const people = new Map((await rows.findBy(PersonRow, { personId: In(ids) })).map((row) => [row.personId, row]));
    for (const event of events) people.set(personIdOf(event), changed(people.get(personIdOf(event)), event));
    await upsert(rows, PersonRow, ['personId'], [...people.values()]);
  },
};

const personIdOf = ({ data }: PublishedEvent): string => (data as { personId: string }).personId;

function changed(row: PersonRow | undefined, { type, data, occurredAt, organisation }: PublishedEvent): PersonRow {
  if (type === personErased.type) {
    const { reason } = data as DataOf<typeof personErased>;
    return { ...row!, name: null, workEmail: null, workPhone: null, erased: { at: new Date(occurredAt).toISOString(), reason } };
  }
  const { personId, name, workEmail, workPhone, language } = data as DataOf<typeof personMadeKnown>;
  const place = { service: organisation.service ?? null, region: organisation.region ?? null };
  return { personId, ...place, name, workEmail, workPhone: workPhone ?? null, language, erased: row?.erased ?? null };
}
