import { revokeCertificate } from '@riggen/contracts';
import { commandSlice, organisationOfCaseworker } from '@riggen/service';
import { qualification, qualificationStream } from '../qualification.js';
import { decideRevokeCertificate } from './revoke-certificate.js';

export const revokeCertificateSlice = commandSlice({
  definition: revokeCertificate,
  evolution: qualification,
  streamOf: ({ personId, programmeId }) => qualificationStream(personId, programmeId),
  subject: async () => ({}),
  context: async ({ personId }, { lookups, now }) => ({ now, organisation: await organisationOfCaseworker(lookups, personId) }),
  decide: decideRevokeCertificate,
});
