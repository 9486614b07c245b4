import { awardCertificate, curriculumDefined } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { commandSlice, organisationOfEmployee } from '@riggen/service';
import { randomInt } from 'node:crypto';
import { curriculumOn } from '../../curriculum/applicable.js';
import { beganOn } from '../progress.js';
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
  subject: ({ personId }, { lookups }) => organisationOfEmployee(lookups, personId, calendarDateOf(new Date().toISOString())),
  context: async ({ personId, programmeId }, { lookups, now }) => {
    const record = await trainingRecordOf(lookups, personId);
    const newest = await lookups.find(curriculumDefined, programmeId);
    const began = newest && beganOn(newest, record);
    return {
      ...{ now, code: newCode(), record },
      curriculum: await curriculumOn(lookups, programmeId, began ?? calendarDateOf(now)),
      organisation: await organisationOfEmployee(lookups, personId, calendarDateOf(now)),
    };
  },
  decide: decideAwardCertificate,
});
