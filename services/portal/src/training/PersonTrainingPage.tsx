import type { getMyTraining } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Columns, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { ComingGatherings } from './ComingGatherings.js';
import { begunFirst, MyProgramme } from './MyProgramme.js';
import { TrainingHistory } from './TrainingHistory.js';
import { usePersonNames } from './useNames.js';

const route = getRouteApi('/opplaering/$personId');

/** What one of the staff has done and lacks, programme by programme, for whoever follows up; where certificates are awarded. */
export function PersonTrainingPage() {
  const { t } = useLanguage();
  const { personId } = route.useParams();
  const mayDo = useMayDo();
  const name = usePersonNames([personId])(personId);
  const training = useAnswer<typeof getMyTraining>({ service: 'training', name: 'my-training' }, { personId });
  const trained = training.data?.programmes.filter((programme) => programme.trained).length;
  return (
    <Page
      title={t('training.personPage.title', { name })}
      context={mayDo('training/certificates') && <Link to="/sertifikater">{t('training.personPage.back')}</Link>}
      headline={[t('training.personPage.headline', { name }), trained === undefined ? undefined : t('training.personPage.trained', { count: trained })]}
    >
      <Section heavy>
        <Loaded answer={training} height={480}>
          {({ serviceId, programmes, coming, history }) => (
            <Columns>
              <div className="programmes">
                {programmes.length ? (
                  begunFirst(programmes).map((programme) => <MyProgramme key={programme.programmeId} personId={personId} serviceId={serviceId} programme={programme} />)
                ) : (
                  <p className="note">{t('training.personPage.nothing')}</p>
                )}
              </div>
              <div>
                <ComingGatherings coming={coming} title={t('training.personPage.coming')} empty={t('training.personPage.noneComing')} />
                {history.length > 0 && <TrainingHistory history={history} />}
              </div>
            </Columns>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
