import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useWording } from '../rollout/useProgramme.js';
import { type Implementation, nextSteps } from './service-facts.js';

/** What to do first, and by when. */
export function NextSteps({ implementation }: { implementation: Implementation }) {
  const { t, format } = useLanguage();
  const wordingOf = useWording();
  const steps = nextSteps(implementation);
  return (
    <Finding title={t('ownService.next.title')} dek={t('ownService.next.dek')}>
      {steps.length ? (
        <ol className="next-steps">
          {steps.map(({ activityId, title, plannedFor }, index) => (
            <li key={activityId}>
              <span className="step-number" aria-hidden="true">
                {index + 1}
              </span>
              <div>
                <h3>{wordingOf(title)}</h3>
                <p className={plannedFor && plannedFor < implementation.on ? 'signal-text' : 'row-text'}>
                  {!plannedFor
                    ? t('ownService.next.noDay')
                    : t(plannedFor < implementation.on ? 'ownService.next.overdue' : 'ownService.next.planned', { date: format.date(plannedFor) })}
                </p>
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <p className="note">{t('ownService.next.none')}</p>
      )}
    </Finding>
  );
}
