import { commonPlace } from '@riggen/access';
import { serviceUnitRegistered, splitServiceUnit } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { mergerOf, places, placesOf } from '../service-unit.lookups.js';
import { placeOf, serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideSplitServiceUnit } from './split-service-unit.js';

export const splitServiceUnitSlice = commandSlice({
  definition: splitServiceUnit,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  subject: async ({ parts }, { lookups, state }) => commonPlace([placeOf(state), ...(await placesOf(lookups, parts.map(({ serviceId }) => serviceId)))]),
  context: async ({ serviceId, parts }, { lookups, now }) => {
    const known = await Promise.all(parts.map((part) => lookups.find(serviceUnitRegistered, part.serviceId)));
    const unknownParts = parts.filter((_, index) => !known[index]).map((part) => part.serviceId);
    return { now, places, unknownParts, merged: await mergerOf(lookups, serviceId) };
  },
  decide: decideSplitServiceUnit,
});
