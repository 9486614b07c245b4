import { type EventOf, serviceUnitChanged } from '@riggen/contracts';
import { type Projection, upsert } from '@riggen/projections';
import { In } from 'typeorm';
import { implementation, type ImplementationEvent } from './implementation.js';
import { ImplementationRow } from './implementation.tables.js';

const types: ImplementationEvent['type'][] = [
  ...(['ImplementationStarted', 'StageEntered', 'StageLeft', 'LocalActivityAdded', 'ActivityPlanned', 'ActivityCompleted'] as const),
  ...(['ActivityReopened', 'ActivityWaived', 'ReadinessMapped', 'DriversAssessed', 'LocalPlanRevised'] as const),
];

/** How far each programme is in each service: the state that decisions are made on, kept as a row. */
export const implementationProjection: Projection = {
  name: 'implementation',
  version: 2,
  entities: [ImplementationRow],
  events: [...types, serviceUnitChanged.type],
  apply: async (published, rows) => {
    const events = published as unknown as (ImplementationEvent | EventOf<typeof serviceUnitChanged>)[];
    const services = [...new Set(events.map(({ data }) => data.serviceId))];
    const known = new Map((await rows.findBy(ImplementationRow, { service: In(services) })).map((row) => [keyOf(row.service, row.programmeId), row]));
    for (const event of events) {
      if (event.type === 'ServiceUnitChanged') {
        // What is known of a service follows it into another region.
        const { serviceId: service, region } = event.data;
        await rows.update(ImplementationRow, { service }, { region });
        for (const [key, row] of known) if (row.service === service) known.set(key, { ...row, region });
        continue;
      }
      const { serviceId, programmeId } = event.data;
      const key = keyOf(serviceId, programmeId);
      const state = implementation.evolve(known.get(key)?.state ?? implementation.initialState, event);
      known.set(key, { service: serviceId, programmeId, region: event.organisation.region!, spells: state.spells, state });
    }
    await upsert(rows, ImplementationRow, ['service', 'programmeId'], [...known.values()]);
  },
};

const keyOf = (service: string, programmeId: string): string => `${service}@${programmeId}`;
