import type { getMyTraining } from '@riggen/contracts';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { SeatMark } from '../charts/SeatMarks.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { AwardCertificate, QualifySupervisor, RevokeCertificate } from './CertificateForms.js';
import { DownloadCertificate } from './DownloadCertificate.js';
import { useCurricula } from './useCurricula.js';

type Programme = z.infer<typeof getMyTraining.output>['programmes'][number];

/** Whether somebody has done anything of a programme, or is about to. */
export const hasBegun = ({ modules }: Programme): boolean => modules.some(({ doneOn, enrolledIn }) => doneOn ?? enrolledIn);

/** Programmes with those first that somebody has begun on. */
export const begunFirst = (programmes: readonly Programme[]): Programme[] => [...programmes].sort((a, b) => Number(hasBegun(b)) - Number(hasBegun(a)));

/** Whether all is done that the person sees: the server decides by the same events. */
const isComplete = ({ modules, sessions }: Programme): boolean =>
  modules.some(({ doneOn }) => doneOn) && modules.every(({ compulsory, doneOn }) => !compulsory || doneOn) && sessions.attended >= sessions.needed;

interface MyProgrammeProps {
  personId: string;
  /** Where the person works, and is supervised. */
  serviceId: string | null;
  programme: Programme;
}

/** A programme as a person stands in it: modules done and missing, and the certificate, which is awarded here by those who may. */
export function MyProgramme({ personId, serviceId, programme }: MyProgrammeProps) {
  const { t, format } = useLanguage();
  const mayDo = useMayDo();
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
      {sessions.attended < sessions.needed && mayDo('supervision/log-session') && (
        <p className="dek">
          <Link to="/veiledning" search={serviceId ? { service: serviceId } : {}}>
            {t('training.mine.missingSessions', { attended: sessions.attended, needed: sessions.needed })}
          </Link>
        </p>
      )}
      <p className="dek">
        {t(`training.certificate.${certificate.state}`, {
          code: certificate.code ?? '',
          awarded: certificate.awardedOn ? format.date(certificate.awardedOn) : '',
          until: certificate.validUntil ? format.date(certificate.validUntil) : '',
        })}
      </p>
      {certificate.state === 'valid' ? (
        <>
          <DownloadCertificate personId={personId} programmeId={programmeId} />
          <QualifySupervisor personId={personId} programmeId={programmeId} />
          <RevokeCertificate personId={personId} programmeId={programmeId} />
        </>
      ) : (
        isComplete(programme) && (
          <div className="form-below">
            <AwardCertificate personId={personId} programmeId={programmeId} />
          </div>
        )
      )}
    </Finding>
  );
}
