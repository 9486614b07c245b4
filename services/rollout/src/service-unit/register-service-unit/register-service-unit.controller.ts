import { registerServiceUnit } from '@riggen/contracts';
import { isMunicipality } from '@riggen/reference';
import { commandSlice } from '@riggen/service';
import { serviceUnit, serviceUnitStream } from '../service-unit.js';
import { decideRegisterServiceUnit } from './register-service-unit.js';

export const registerServiceUnitSlice = commandSlice({
  definition: registerServiceUnit,
  evolution: serviceUnit,
  streamOf: ({ serviceId }) => serviceUnitStream(serviceId),
  subject: async ({ serviceId, region }, { state: { registered } }) => ({ service: serviceId, region: registered?.region ?? region }),
  context: async (_, { now }) => ({ now, isMunicipality }),
  decide: decideRegisterServiceUnit,
});
