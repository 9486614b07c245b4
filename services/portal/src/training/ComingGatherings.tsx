import type { getMyTraining } from '@riggen/contracts';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { CommandForm } from '../components/form/CommandForm.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useCurricula } from './useCurricula.js';

interface ComingGatheringsProps extends Pick<z.infer<typeof getMyTraining.output>, 'coming'> {
  title: string;
  empty: string;
}

/** The gatherings that somebody has, is offered or waits for places in; an offer is answered here. */
export function ComingGatherings({ coming, title, empty }: ComingGatheringsProps) {
  const { t, format } = useLanguage();
  const { programmeName } = useCurricula();
  return (
    <Finding title={title}>
      {coming.length ? (
        <ul className="work-rows">
          {coming.map(({ gatheringId, groupId, status, until, programmeId, startsOn, endsOn }) => (
            <li key={gatheringId}>
              <div>
                <p className="row-title">
                  <Link to="/samlinger/$gatheringId" params={{ gatheringId }}>
                    {format.dateRange(startsOn, endsOn)}
                  </Link>
                </p>
                <p className="row-text">
                  {programmeName(programmeId)}. {status === 'offered' && until ? t('training.line.offered', { until: format.time(until) }) : t(`training.mine.status.${status}`)}
                </p>
              </div>
              {status === 'offered' && (
                <div className="answer-buttons">
                  <CommandForm definition={{ service: 'training', name: 'accept-places' }} initial={{}} commandOf={() => ({ gatheringId, groupId })} submit={t('training.line.accept')} />
                  <CommandForm definition={{ service: 'training', name: 'decline-places' }} initial={{}} commandOf={() => ({ gatheringId, groupId })} submit={t('training.line.decline')} variant="secondary" />
                </div>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p>{empty}</p>
      )}
    </Finding>
  );
}
