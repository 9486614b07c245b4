import { useLanguage } from '../language/useLanguage.js';
import type { Plan } from './plan-draft.js';

/** How many services are named that share a cohort; of more, the number of the cohort tells who they are. */
const mostNamed = 3;

type Reason = Plan['placements'][number]['reasons'][number];

/** A half-year in words: «1. halvår 2027». */
export function useSeasonName(): (season: string) => string {
  const { t } = useLanguage();
  return (season) => t('plan.seasonName', { half: season.slice(-1), year: season.slice(0, 4) });
}

/** Why a service stands where it does, as a sentence. */
export function useReasonText(names: ReadonlyMap<string, string>): (reason: Reason) => string {
  const { t } = useLanguage();
  const seasonName = useSeasonName();
  return (reason) => {
    switch (reason.code) {
      case 'pinned':
      case 'first-season':
        return t(`plan.reason.${reason.code}`);
      case 'not-ready-before':
      case 'others-gain-more':
        return t(`plan.reason.${reason.code}`, { season: seasonName(reason.season) });
      case 'trainers-booked':
        return t('plan.reason.trainers-booked', { season: seasonName(reason.season), booked: reason.booked, available: reason.available });
      case 'shares-cohort':
        if (reason.services.length > mostNamed) return t('plan.reason.shares-with-many', { count: reason.services.length });
        return t('plan.reason.shares-cohort', { services: reason.services.map((id) => names.get(id) ?? id).join(', ') });
      case 'own-cohorts':
        return t('plan.reason.own-cohorts', { count: reason.cohorts });
    }
  };
}
