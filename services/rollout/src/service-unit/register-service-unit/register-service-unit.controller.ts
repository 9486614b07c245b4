import { registerServiceUnit } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { places } from '../service-unit.lookups.js';
import { serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideRegisterServiceUnit } from './register-service-unit.js';

export const registerServiceUnitSlice = commandSlice({
  definition: registerServiceUnit,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  subject: async ({ serviceId, region }, { state: { registered } }) => ({ service: serviceId, region: registered?.region ?? region }),
  context: async (_, { now }) => ({ now, places }),
  decide: decideRegisterServiceUnit,
});
