import { todayInOslo } from '../language/today.js';
import type { getAttendanceCode, getGathering } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { ErrorNotice } from '../components/ErrorNotice.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { QrCode } from './QrCode.js';

const route = getRouteApi('/samlinger/$gatheringId/kode');
const longestWait = 30_000;
const shortestWait = 1_000;

/** The code of the day, large enough for a room: it changes every half minute, so that nobody can pass it on. */
export function AttendanceCodePage() {
  const { t, format } = useLanguage();
  const { gatheringId } = route.useParams();
  const code = useAnswer<typeof getAttendanceCode>({ service: 'training', name: 'attendance-code' }, { gatheringId });
  const gathering = useAnswer<typeof getGathering>({ service: 'training', name: 'gathering' }, { gatheringId });
  const { data, dataUpdatedAt, error, refetch } = code;
  useEffect(() => {
    if (!data) return;
    const wait = Math.min(longestWait, Math.max(shortestWait, Date.parse(data.nextAt) - Date.now()));
    const timer = setTimeout(() => void refetch(), wait);
    return () => clearTimeout(timer);
  }, [data, dataUpdatedAt, error, refetch]);
  const { refetch: countAgain } = gathering;
  useEffect(() => void countAgain(), [dataUpdatedAt, countAgain]);
  const today = todayInOslo();
  const places = gathering.data?.places ?? [];
  const present = places.filter(({ attendance }) => attendance.some(({ date, status }) => date === today && status === 'attended')).length;
  const placed = places.filter(({ status }) => status === 'placed').length;
  return (
    <Page
      title={t('training.code.title')}
      context={
        <Link to="/samlinger/$gatheringId" params={{ gatheringId }}>
          {t('training.code.back')}
        </Link>
      }
      headline={[t('training.code.headline'), t('training.code.present', { present, count: placed })]}
    >
      <Section heavy>
        {error && data ? (
          <ErrorNotice error={error} retry={() => void refetch()} />
        ) : (
          <Loaded answer={code} height={480}>
            {({ code: letters, path, nextAt }) => (
              <div className="code-screen">
                <QrCode address={`${window.location.origin}${path}`} label={t('training.code.qr')} />
                <div>
                  <p className="dek">{t('training.code.typed', { address: `${window.location.host}/oppmote/${gatheringId}` })}</p>
                  <p className="code-letters">{letters}</p>
                  <p className="dek">{t('training.code.changes', { time: format.time(nextAt) })}</p>
                </div>
              </div>
            )}
          </Loaded>
        )}
      </Section>
    </Page>
  );
}
