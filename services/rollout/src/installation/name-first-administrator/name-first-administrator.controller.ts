import { nameFirstAdministrator } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { installation, installationStream } from '../installation.js';
import { decideNameFirstAdministrator } from './name-first-administrator.js';

export const nameFirstAdministratorSlice = commandSlice({
  definition: nameFirstAdministrator,
  evolution: installation,
  streamOf: () => installationStream,
  subject: async () => ({}),
  context: async (_, { now }) => ({ now }),
  decide: decideNameFirstAdministrator,
});
