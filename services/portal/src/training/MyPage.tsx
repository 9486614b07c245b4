import type { getMyTraining } from '@riggen/contracts';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { useAnswer } from '../api/useAnswer.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Columns, Finding, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';
import { CalendarFeed } from './CalendarFeed.js';
import { MyProgramme } from './MyProgramme.js';
import { useCurricula } from './useCurricula.js';

type MyTraining = z.infer<typeof getMyTraining.output>;

/** Whether somebody has done anything of a programme, or is about to. */
const hasBegun = ({ modules }: MyTraining['programmes'][number]) => modules.some(({ doneOn, enrolledIn }) => doneOn ?? enrolledIn);

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
          {({ programmes, coming, history }) => (
            <Columns>
              <div>
                <Coming coming={coming} />
                {mayDo('training/open-calendar-feed') && <CalendarFeed personId={personId} />}
              </div>
              <div>
                {programmes.length ? (
                  <div className="programmes">
                    {[...programmes.filter(hasBegun), ...programmes.filter((programme) => !hasBegun(programme))].map((programme) => (
                      <MyProgramme key={programme.programmeId} personId={personId} programme={programme} />
                    ))}
                  </div>
                ) : (
                  <Finding title={t('training.mine.training')}>
                    <p className="note">{t('training.mine.nothing')}</p>
                  </Finding>
                )}
                {history.length > 0 && <History history={history} />}
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

function Coming({ coming }: { coming: MyTraining['coming'] }) {
  const { t, format } = useLanguage();
  const { programmeName } = useCurricula();
  return (
    <Finding title={t('training.mine.comingTitle')}>
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
        <p>{t('training.mine.noneComingText')}</p>
      )}
    </Finding>
  );
}

function History({ history }: { history: MyTraining['history'] }) {
  const { t, format } = useLanguage();
  const { programmeName } = useCurricula();
  return (
    <>
      <h2 className="sub-heading">{t('training.mine.history')}</h2>
      <ol className="plain-rows">
        {history.map(({ on, what, programmeId }) => (
          <li key={`${on} ${what} ${programmeId}`}>
            {format.date(on)}: {t(`training.mine.what.${what}`, { programme: programmeName(programmeId) })}
          </li>
        ))}
      </ol>
    </>
  );
}
