import { commonPlace } from '@riggen/access';
import { mergeServiceUnits } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { knownUnit, mergerOf, placesOf } from '../service-unit.lookups.js';
import { placeOf, serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideMergeServiceUnits } from './merge-service-units.js';

export const mergeServiceUnitsSlice = commandSlice({
  definition: mergeServiceUnits,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  // Who merges must see to all of them: staff and their data go with it.
  subject: async ({ predecessors }, { lookups, state }) => commonPlace([placeOf(state), ...(await placesOf(lookups, predecessors))]),
  context: async ({ serviceId, predecessors }, { lookups, now }) => ({
    now,
    merged: await mergerOf(lookups, serviceId),
    others: await Promise.all(predecessors.map(async (id) => ({ id, known: await knownUnit(lookups, id) }))),
  }),
  decide: decideMergeServiceUnits,
});
