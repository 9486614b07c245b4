import { todayInOslo } from '../language/today.js';
import type { getGathering } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Columns, Finding, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { isRegion } from '../language/regions.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { OpenEvaluation } from '../respond/OpenEvaluation.js';
import { Attendance } from './Attendance.js';
import { EditGathering } from './EditGathering.js';
import { EnrolFromFile } from './EnrolFromFile.js';
import { EnrolPeople } from './EnrolPeople.js';
import { type Gathering, type GatheringAnswer, headlineOf } from './gathering-facts.js';
import { GatheringTrainers } from './GatheringTrainers.js';
import { NextSteps } from './NextSteps.js';
import { Seats } from './Seats.js';
import { useCurricula } from './useCurricula.js';
import { usePersonNames } from './useNames.js';
import { WaitingLine } from './WaitingLine.js';

const route = getRouteApi('/samlinger/$gatheringId');

/** One gathering: who has places and who waits, its trainers and attendance, and what can be done about it. */
export function GatheringPage() {
  const { t, say, format } = useLanguage();
  const { gatheringId } = route.useParams();
  const mayDo = useMayDo();
  const today = todayInOslo();
  const { moduleName } = useCurricula();
  const answer = useAnswer<typeof getGathering>({ service: 'training', name: 'gathering' }, { gatheringId });
  const { gathering, places = [], trainers = [] } = answer.data ?? {};
  const nameOf = usePersonNames([...places, ...trainers].map(({ personId }) => personId));
  const [first, rest] = gathering ? headlineOf(gathering, places, today) : [];
  const title = gathering ? t('training.gathering.title', { days: format.dateRange(gathering.startsOn, gathering.endsOn) }) : t('training.gathering.one');
  const active = gathering?.status === 'published';
  // On the day itself the list is what people have come for, on a phone in the room.
  const isToday = active && gathering.days.some(({ date }) => date === today) && mayDo('training/record-day-attendance');
  return (
    <Page
      title={title}
      context={
        <>
          <Link to="/samlinger">{t('training.gathering.back')}</Link>
          {gathering && <span>{gathering.moduleIds.map(moduleName).join(', ')}</span>}
        </>
      }
      period={gathering && <Facts gathering={gathering} />}
      headline={[first ? say(first) : gathering === null ? t('training.gathering.unknown') : title, rest && say(rest)]}
    >
      <Loaded answer={answer} height={600}>
        {({ history }) =>
          gathering && (
            <>
              {isToday && attendance(history)}
              <Section heavy={!isToday}>
                <Columns>
                  <Seats gathering={gathering} places={places} />
                  <div>
                    <NextSteps gathering={gathering} places={places} nameOf={nameOf} />
                    <WaitingLine gathering={gathering} places={places} nameOf={nameOf} />
                  </div>
                </Columns>
              </Section>
              {!isToday && attendance(history)}
              {active && mayDo('training/enrol-participants') && (
                <Section>
                  <EnrolPeople gathering={gathering} places={places} />
                  <div className="finding-below">
                    <EnrolFromFile gathering={gathering} />
                  </div>
                </Section>
              )}
              <Section>
                <Columns>
                  <GatheringTrainers gathering={gathering} trainers={trainers} nameOf={nameOf} />
                  {mayDo('feedback/open-gathering-evaluation') && gathering.status !== 'planned' && gathering.status !== 'cancelled' && gathering.startsOn <= todayInOslo() ? (
                    <OpenEvaluation gatheringId={gatheringId} />
                  ) : (
                    <Finding title={t('training.feedback.title')} dek={t('training.feedback.dek')}>
                      <p className="note">{t('training.feedback.empty')}</p>
                    </Finding>
                  )}
                </Columns>
              </Section>
              {mayDo('training/move-gathering') && (active || gathering.status === 'planned') && (
                <Section>
                  <EditGathering gathering={gathering} />
                </Section>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );

  function attendance(history: GatheringAnswer['history']) {
    if (!gathering || !mayDo('training/record-day-attendance') || gathering.status === 'planned' || gathering.status === 'cancelled') return null;
    return (
      <Section heavy={isToday}>
        <Attendance gathering={gathering} places={places} history={history} nameOf={nameOf} />
      </Section>
    );
  }
}

function Facts({ gathering: { days, startsOn, endsOn, region, trainers } }: { gathering: Gathering }) {
  const { t, format } = useLanguage();
  const [first] = days;
  return [
    format.dateRange(startsOn, endsOn),
    first?.place,
    first && t(`training.format.${first.format}`),
    isRegion(region) && t(`region.${region}`),
    t('training.gathering.trainers', { count: trainers }),
  ]
    .filter(Boolean)
    .join(', ');
}
