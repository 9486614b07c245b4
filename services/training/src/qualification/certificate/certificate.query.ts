import { type CurriculumDefinition, getCertificateDocument, verifyCertificate } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { querySlice } from '@riggen/service';
import type { z } from 'zod';
import { certificatePdf } from './certificate-pdf.document.js';
import { placeOfPerson } from '../../overview/places.query.js';

const today = (): string => calendarDateOf(new Date().toISOString());

export const verifyCertificateQuery = querySlice({
  definition: verifyCertificate,
  projections: ['overview'],
  subject: async () => ({}),
  answer: async ({ code }, tables): Promise<z.infer<typeof verifyCertificate.output>> => {
    const [known]: { programmeId: string; programme: CurriculumDefinition['name']; awardedOn: string; validUntil: string; revoked: boolean }[] = await tables.query(
      `select c."programmeId", (select k.definition->'name' from training.curriculum k where k."programmeId" = c."programmeId" order by version desc limit 1) as programme,
         c."awardedOn"::text, c."validUntil"::text, c."revokedOn" is not null as revoked
       from training.certificate_code c where c.code = $1`,
      [code.trim().toUpperCase()],
    );
    if (!known) return { state: 'unknown', programmeId: null, programme: null, awardedOn: null, validUntil: null };
    const { revoked, ...about } = known;
    return { ...about, state: revoked ? 'revoked' : about.validUntil < today() ? 'expired' : 'valid' };
  },
});

export const certificateDocumentQuery = querySlice({
  definition: getCertificateDocument,
  projections: ['overview'],
  subject: ({ personId }, tables) => placeOfPerson(tables, personId),
  answer: async ({ personId, programmeId, language }, tables) => {
    const [known]: { code: string; awardedOn: string; validUntil: string; definition: CurriculumDefinition }[] = await tables.query(
      `select c.code, c."awardedOn"::text, c."validUntil"::text, k.definition
       from training.certificate c join training.curriculum k on k."programmeId" = c."programmeId" and k.version = c."curriculumVersion"
       where c."personId" = $1 and c."programmeId" = $2 and c."revokedOn" is null and c."validUntil" >= $3 order by c."awardedOn" desc limit 1`,
      [personId, programmeId, today()],
    );
    if (!known) return { fileName: null, base64: null };
    const { definition: curriculum, ...certificate } = known;
    // Certification is that of a caseworker: its modules are those that caseworkers must have.
    const moduleIds = curriculum.modules.filter(({ compulsoryFor }) => compulsoryFor.includes('caseworker')).map(({ moduleId }) => moduleId);
    const pdf = await certificatePdf({ ...certificate, curriculum, moduleIds }, language);
    return { fileName: `sertifikat-${known.code}.pdf`, base64: pdf.toString('base64') };
  },
});
