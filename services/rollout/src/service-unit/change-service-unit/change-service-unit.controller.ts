import { changeServiceUnit } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { mergerOf, places } from '../service-unit.lookups.js';
import { placeOf, serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideChangeServiceUnit } from './change-service-unit.js';

export const changeServiceUnitSlice = commandSlice({
  definition: changeServiceUnit,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  subject: async (_, { state }) => placeOf(state),
  context: async ({ serviceId }, { lookups, now }) => ({ now, places, merged: await mergerOf(lookups, serviceId) }),
  decide: decideChangeServiceUnit,
});
