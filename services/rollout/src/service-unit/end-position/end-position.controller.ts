import { endPosition } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideEndPosition } from './end-position.js';

export const endPositionSlice = commandSlice({
  definition: endPosition,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  context: async (_, { now }) => ({ now }),
  decide: decideEndPosition,
});
