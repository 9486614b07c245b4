import { revokeCertificate } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { commandSlice, organisationOfEmployee } from '@riggen/service';
import { qualification, qualificationStream } from '../qualification.js';
import { decideRevokeCertificate } from './revoke-certificate.js';

export const revokeCertificateSlice = commandSlice({
  definition: revokeCertificate,
  evolution: qualification,
  streamOf: ({ personId, programmeId }) => qualificationStream(personId, programmeId),
  subject: ({ personId }, { lookups }) => organisationOfEmployee(lookups, personId, calendarDateOf(new Date().toISOString())),
  context: async ({ personId }, { lookups, now }) => ({ now, organisation: await organisationOfEmployee(lookups, personId, calendarDateOf(now)) }),
  decide: decideRevokeCertificate,
});
