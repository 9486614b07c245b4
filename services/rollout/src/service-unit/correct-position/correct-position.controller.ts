import { correctPosition } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { mergerOf, placeOfPosition } from '../service-unit.lookups.js';
import { serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideCorrectPosition } from './correct-position.js';

export const correctPositionSlice = commandSlice({
  definition: correctPosition,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  subject: ({ positionId }, { lookups, state }) => placeOfPosition(lookups, state, positionId),
  context: async ({ serviceId }, { lookups, now }) => ({ now, merged: await mergerOf(lookups, serviceId) }),
  decide: decideCorrectPosition,
});
