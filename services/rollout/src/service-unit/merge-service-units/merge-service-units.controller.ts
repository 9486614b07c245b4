import { mergeServiceUnits } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { knownUnit, mergerOf } from '../service-unit.lookups.js';
import { placeOf, serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideMergeServiceUnits } from './merge-service-units.js';

export const mergeServiceUnitsSlice = commandSlice({
  definition: mergeServiceUnits,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  subject: async (_, { state }) => placeOf(state),
  context: async ({ serviceId, predecessors }, { lookups, now }) => ({
    now,
    merged: await mergerOf(lookups, serviceId),
    others: await Promise.all(predecessors.map(async (id) => ({ id, known: await knownUnit(lookups, id) }))),
  }),
  decide: decideMergeServiceUnits,
});
