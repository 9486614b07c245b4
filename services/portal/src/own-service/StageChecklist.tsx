import { Details } from '@digdir/designsystemet-react';
import { PlanBar } from '../charts/PlanBar.js';
import { SeatMark } from '../charts/SeatMarks.js';
import { StageMark } from '../charts/StageMark.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { monthsOf } from '../rollout/rollout-facts.js';
import { useWording } from '../rollout/useProgramme.js';
import { type Activity, activitiesOf, currentStage, type Implementation, isOutstanding, type StageProgress } from './service-facts.js';

/** The stages with their checklists, and what is missing before the programme counts as implemented. */
export function StageChecklist({ implementation }: { implementation: Implementation }) {
  const { t } = useLanguage();
  const wordingOf = useWording();
  const current = currentStage(implementation);
  const most = Math.max(1, ...implementation.stages.flatMap(({ days, plannedDays }) => [days, plannedDays ?? 0]));
  const names = new Map([
    ...activitiesOf(implementation).map(({ activityId, title }) => [activityId, wordingOf(title)] as const),
    ...implementation.drivers.items.map(({ itemId, title }) => [itemId, wordingOf(title)] as const),
  ]);
  const missingText = ({ kind, id }: Implementation['missing'][number]) =>
    kind === 'stage' ? t('ownService.missing.stage') : t(`ownService.missing.${kind}`, { name: names.get(id) ?? id });
  return (
    <Finding
      title={
        implementation.implemented
          ? t('ownService.checklist.implemented')
          : current
            ? t('ownService.checklist.title', { done: current.completed, count: current.applicable, stage: t(`stage.${current.stage}`) })
            : t('ownService.headline.between')
      }
      dek={t('ownService.checklist.dek')}
    >
      {implementation.stages.map((stage) => (
        <Details key={stage.stage} className="stage-details" defaultOpen={stage.stage === current?.stage}>
          <Details.Summary>
            <StageMark stage={stage.stage} />
            <span>{t('ownService.checklist.done', { done: stage.completed, count: stage.applicable })}</span>
          </Details.Summary>
          <Details.Content>
            <StageTime stage={stage} scale={most} />
            <ul className="checklist">
              {stage.checklist.map((activity) => (
                <ChecklistRow key={activity.activityId} activity={activity} today={implementation.on} />
              ))}
            </ul>
          </Details.Content>
        </Details>
      ))}
      {implementation.missing.length > 0 && (
        <Details className="show-as-table">
          <Details.Summary>{t('ownService.missing.title', { count: implementation.missing.length })}</Details.Summary>
          <Details.Content>
            <ul className="plain-rows">
              {implementation.missing.map((one) => (
                <li key={`${one.kind} ${one.id}`}>{missingText(one)}</li>
              ))}
            </ul>
          </Details.Content>
        </Details>
      )}
      <SourceLine>{t('ownService.checklist.source', { version: implementation.templateVersion })}</SourceLine>
    </Finding>
  );
}

function StageTime({ stage: { days, plannedDays, duration }, scale }: { stage: StageProgress; scale: number }) {
  const { t } = useLanguage();
  if (days === 0) return <p className="dek">{t('ownService.checklist.notBegun')}</p>;
  return (
    <>
      <p className="dek">
        {plannedDays === null
          ? t('ownService.checklist.time', { months: monthsOf(days) })
          : t('ownService.checklist.timeOfPlan', { months: monthsOf(days), planned: monthsOf(plannedDays) })}{' '}
        {duration !== null && t('ownService.checklist.duration', { count: duration })}
      </p>
      {plannedDays !== null && <PlanBar value={days} plan={plannedDays} scale={scale} />}
    </>
  );
}

/** A mark and a word for how far an activity is, with its day at the right. */
function ChecklistRow({ activity, today }: { activity: Activity; today: string }) {
  const { t, format } = useLanguage();
  const wordingOf = useWording();
  const { doneOn, waived, plannedFor, title, local } = activity;
  const isLate = isOutstanding(activity) && plannedFor !== null && plannedFor < today;
  const state = doneOn ? 'done' : waived !== null ? 'waived' : isLate ? 'late' : plannedFor ? 'planned' : 'missing';
  const mark = ({ done: 'full', waived: 'none', late: 'missing', planned: 'open', missing: 'missing' } as const)[state];
  return (
    <li>
      <SeatMark mark={mark} />
      <span className={mark === 'missing' ? 'signal-text' : undefined}>{t(`ownService.state.${state}`)}</span>
      <b>
        {wordingOf(title)}
        {local && <small> {t('ownService.checklist.local')}</small>}
        {waived !== null && <small> {waived}</small>}
      </b>
      <span>{doneOn ? format.date(doneOn) : plannedFor ? format.date(plannedFor) : ''}</span>
    </li>
  );
}
