import type { getImplementation } from '@riggen/contracts';
import { useAnswer } from '../api/useAnswer.js';
import { ComingLater } from '../components/ComingLater.js';
import { Loaded } from '../components/Loaded.js';
import { Columns, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { ServiceTeam } from '../team/ServiceTeam.js';
import { ChangeChecklist } from './ChangeChecklist.js';
import { Drivers } from './Drivers.js';
import { LocalPlan } from './LocalPlan.js';
import { MoveStage } from './MoveStage.js';
import { NextSteps } from './NextSteps.js';
import { Readiness } from './Readiness.js';
import { StaffTraining } from './StaffTraining.js';
import { StageChecklist } from './StageChecklist.js';
import { StartImplementation } from './StartImplementation.js';

interface ServicePartsProps {
  serviceId: string;
  programmeId: string;
}

/** What is to be known and done about a programme in a service, for whoever works there or follows it up. */
export function ServiceParts({ serviceId, programmeId }: ServicePartsProps) {
  const { t } = useLanguage();
  const mayDo = useMayDo();
  const answer = useAnswer<typeof getImplementation>({ service: 'rollout', name: 'implementation' }, { serviceId, programmeId });
  const of = { serviceId, programmeId };
  return (
    <>
      <Section heavy>
        <Loaded answer={answer} height={640}>
          {(implementation) =>
            implementation.started ? (
              <Columns>
                <NextSteps implementation={implementation} />
                <StageChecklist implementation={implementation} />
              </Columns>
            ) : (
              <StartImplementation of={of} today={implementation.on} mayStart={mayDo('rollout/start-implementation')} />
            )
          }
        </Loaded>
      </Section>
      {answer.data?.started && mayDo('rollout/complete-activity') && (
        <Section>
          <ChangeChecklist of={of} implementation={answer.data} />
        </Section>
      )}
      {mayDo('training/staff-training') && (
        <Section>
          <StaffTraining serviceId={serviceId} programmeId={programmeId} />
        </Section>
      )}
      {answer.data?.started && (
        <>
          <Section>
            <Columns>
              <Readiness of={of} implementation={answer.data} mayChange={mayDo('rollout/map-readiness')} />
              <Drivers of={of} implementation={answer.data} mayChange={mayDo('rollout/assess-drivers')} />
            </Columns>
          </Section>
          <Section>
            <Columns>
              <LocalPlan of={of} implementation={answer.data} mayChange={mayDo('rollout/revise-local-plan')} />
              {mayDo('rollout/enter-stage') ? <MoveStage of={of} implementation={answer.data} /> : <></>}
            </Columns>
          </Section>
        </>
      )}
      <Section>
        <Columns>
          {mayDo('rollout/teams') ? <ServiceTeam serviceId={serviceId} /> : <></>}
          <ComingLater title={t('ownService.fidelity.title')} text={t('ownService.fidelity.text')} />
        </Columns>
      </Section>
    </>
  );
}
