import { personCorrected, personErased, personMadeKnown, serviceUnitChanged } from '@riggen/contracts';
import { type Projection, type PublishedEvent, upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { type EntityManager, In } from 'typeorm';
import { PersonRow } from '../person.tables.js';

/** The persons of the staff, as they are known now. */
export const peopleProjection: Projection = {
  name: 'people',
  version: 2,
  entities: [PersonRow],
  events: [personMadeKnown.type, personCorrected.type, personErased.type, serviceUnitChanged.type],
  readsPersonalData: true,
  apply: async (events, rows) => {
    const ids = [...new Set(events.filter(({ type }) => type !== serviceUnitChanged.type).map(personIdOf))];
    const people = new Map((await rows.findBy(PersonRow, { personId: In(ids) })).map((row) => [row.personId, row]));
    for (const event of events) {
      if (event.type === serviceUnitChanged.type) await follow(event.data as DataOf<typeof serviceUnitChanged>, people, rows);
      else people.set(personIdOf(event), changed(people.get(personIdOf(event)), event));
    }
    await upsert(rows, PersonRow, ['personId'], [...people.values()]);
  },
};

/** Who is known in a service follows it into another region. */
async function follow({ serviceId, region }: DataOf<typeof serviceUnitChanged>, people: Map<string, PersonRow>, rows: EntityManager): Promise<void> {
  await rows.update(PersonRow, { service: serviceId }, { region });
  for (const [id, row] of people) if (row.service === serviceId) people.set(id, { ...row, region });
}

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
