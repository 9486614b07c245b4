import { openPosition } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { carriedPositions, mergerOf } from '../service-unit.lookups.js';
import { placeOf, serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideOpenPosition } from './open-position.js';

export const openPositionSlice = commandSlice({
  definition: openPosition,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  subject: async (_, { state }) => placeOf(state),
  context: async ({ serviceId, personId }, { lookups, now, state }) => ({
    now,
    merged: await mergerOf(lookups, serviceId),
    carried: await carriedPositions(lookups, state, serviceId, personId),
  }),
  decide: decideOpenPosition,
});
