import type { getMyTraining } from '@riggen/contracts';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { useAnswer } from '../api/useAnswer.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Columns, Finding, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';
import { CalendarFeed } from './CalendarFeed.js';
import { ComingGatherings } from './ComingGatherings.js';
import { begunFirst, hasBegun, MyProgramme } from './MyProgramme.js';
import { TrainingHistory } from './TrainingHistory.js';

type MyTraining = z.infer<typeof getMyTraining.output>;

/** A person's own page: places that are offered, what of the training is done and missing, certificates, and the calendar. */
export function MyPage() {
  const { t } = useLanguage();
  const { data: me } = useMe();
  const mayDo = useMayDo();
  const personId = me?.id ?? '';
  const training = useAnswer<typeof getMyTraining>({ service: 'training', name: 'my-training' }, { personId }, { enabled: personId !== '' });
  return (
    <Page title={t('training.mine.title')} headline={training.data ? headlineOf(training.data) : [t('training.mine.title')]}>
      <Section heavy>
        <Loaded answer={training} height={400}>
          {({ serviceId, programmes, coming, history }) => (
            <Columns>
              <div>
                <ComingGatherings coming={coming} title={t('training.mine.comingTitle')} empty={t('training.mine.noneComingText')} />
                {mayDo('training/open-calendar-feed') && <CalendarFeed personId={personId} />}
              </div>
              <div>
                {programmes.length ? (
                  <div className="programmes">
                    {begunFirst(programmes).map((programme) => (
                      <MyProgramme key={programme.programmeId} personId={personId} serviceId={serviceId} programme={programme} />
                    ))}
                  </div>
                ) : (
                  <Finding title={t('training.mine.training')}>
                    <p className="note">{t('training.mine.nothing')}</p>
                  </Finding>
                )}
                {history.length > 0 && <TrainingHistory history={history} />}
                <p className="actions">
                  <Link to="/bekreft">{t('training.verify.title')}</Link>
                </p>
              </div>
            </Columns>
          )}
        </Loaded>
      </Section>
    </Page>
  );

  function headlineOf({ programmes, coming }: MyTraining): [string, string?] {
    const offered = coming.filter(({ status }) => status === 'offered').length;
    const begun = programmes.filter(hasBegun);
    const missing = begun.flatMap(({ modules }) => modules.filter(({ compulsory, doneOn }) => compulsory && !doneOn)).length;
    const second = coming.length ? t('training.mine.coming', { count: coming.length }) : t('training.mine.noneComing');
    if (offered) return [t('training.mine.offered', { count: offered }), t('training.mine.answer')];
    if (!begun.length) return [t('training.mine.notStarted'), second];
    return [missing ? t('training.mine.missing', { count: missing }) : t('training.mine.allDone'), second];
  }
}
