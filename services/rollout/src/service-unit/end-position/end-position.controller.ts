import { endPosition } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { placeOfPosition } from '../service-unit.lookups.js';
import { serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideEndPosition } from './end-position.js';

export const endPositionSlice = commandSlice({
  definition: endPosition,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  subject: ({ positionId }, { lookups, state }) => placeOfPosition(lookups, state, positionId),
  context: async (_, { now }) => ({ now }),
  decide: decideEndPosition,
});
