import { commonPlace } from '@riggen/access';
import { changeServiceUnit } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { mergerOf, movedTo, places } from '../service-unit.lookups.js';
import { serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideChangeServiceUnit } from './change-service-unit.js';

export const changeServiceUnitSlice = commandSlice({
  definition: changeServiceUnit,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  subject: async ({ region }, { state }) => commonPlace(movedTo(region, state)),
  context: async ({ serviceId }, { lookups, now }) => ({ now, places, merged: await mergerOf(lookups, serviceId) }),
  decide: decideChangeServiceUnit,
});
