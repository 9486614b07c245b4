import { Button } from '@digdir/designsystemet-react';
import type { getCertificateDocument, getMyTraining } from '@riggen/contracts';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '../api/fetch-json.js';
import { addressOf } from '../api/useAnswer.js';
import { SeatMark } from '../charts/SeatMarks.js';
import { ErrorNotice } from '../components/ErrorNotice.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useCurricula } from './useCurricula.js';

type Programme = z.infer<typeof getMyTraining.output>['programmes'][number];
type CertificateDocument = z.infer<typeof getCertificateDocument.output>;

/** A programme as a person stands in it: modules done and missing, and the certificate. */
export function MyProgramme({ personId, programme }: { personId: string; programme: Programme }) {
  const { t, format } = useLanguage();
  const { programmeName, titleOf } = useCurricula();
  const { programmeId, modules, sessions, certificate } = programme;
  return (
    <Finding
      title={programmeName(programmeId)}
      dek={t('training.mine.progress', { done: modules.filter(({ doneOn }) => doneOn).length, count: modules.length, attended: sessions.attended, needed: sessions.needed })}
    >
      <ul className="work-rows module-rows">
        {modules.map(({ moduleId, title, compulsory, doneOn, enrolledIn }) => (
          <li key={moduleId}>
            <span className="module-name">
              <SeatMark mark={doneOn ? 'full' : enrolledIn ? 'open' : compulsory ? 'missing' : 'none'} /> {titleOf(title, moduleId)}
            </span>
            <span className="row-text">{doneOn ? format.date(doneOn) : t(enrolledIn ? 'training.mine.enrolled' : compulsory ? 'training.mine.lacking' : 'training.mine.voluntary')}</span>
          </li>
        ))}
      </ul>
      <p className="dek">
        {t(`training.certificate.${certificate.state}`, {
          code: certificate.code ?? '',
          awarded: certificate.awardedOn ? format.date(certificate.awardedOn) : '',
          until: certificate.validUntil ? format.date(certificate.validUntil) : '',
        })}
      </p>
      {certificate.state === 'valid' && <Download personId={personId} programmeId={programmeId} />}
    </Finding>
  );
}

function Download({ personId, programmeId }: { personId: string; programmeId: string }) {
  const { t, language } = useLanguage();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () =>
      fetchJson<CertificateDocument>(
        addressOf({ service: 'training', name: 'certificate-document' }, { personId, programmeId, language }),
        new AbortController().signal,
      ),
    onSuccess: ({ fileName, base64 }) => {
      if (!base64) return;
      const address = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'application/pdf' }));
      Object.assign(document.createElement('a'), { href: address, download: fileName ?? 'sertifikat.pdf' }).click();
      URL.revokeObjectURL(address);
    },
  });
  return (
    <>
      <div className="actions">
        <Button variant="secondary" loading={isPending} onClick={() => mutate()}>
          {t('training.certificate.download')}
        </Button>
      </div>
      {error && <ErrorNotice error={error} retry={reset} />}
    </>
  );
}
