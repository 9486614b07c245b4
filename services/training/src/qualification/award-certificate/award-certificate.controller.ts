import { awardCertificate, curriculumDefined } from '@riggen/contracts';
import { commandSlice, organisationOfCaseworker } from '@riggen/service';
import { randomInt } from 'node:crypto';
import { qualification, qualificationStream } from '../qualification.js';
import { trainingRecordOf } from '../record.lookup.js';
import { decideAwardCertificate } from './award-certificate.js';

// No letter or digit that is read as another.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const newCode = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-');

export const awardCertificateSlice = commandSlice({
  definition: awardCertificate,
  evolution: qualification,
  streamOf: ({ personId, programmeId }) => qualificationStream(personId, programmeId),
  subject: async () => ({}),
  context: async ({ personId, programmeId }, { lookups, now }) => ({
    now,
    code: newCode(),
    curriculum: await lookups.find(curriculumDefined, programmeId),
    record: await trainingRecordOf(lookups, personId),
    organisation: await organisationOfCaseworker(lookups, personId),
  }),
  decide: decideAwardCertificate,
});
