import type { Me, Role } from '@riggen/contracts';
import type { ParseKeys } from 'i18next';

/** A page of the main menu. */
export interface MenuPage {
  to: '/pilotevaluering' | '/plan' | '/tjenester' | '/samlinger' | '/min-side';
  title: ParseKeys;
  /** The query that the page rests on, as SERVICE/NAME: whoever may ask it sees the page in the menu. */
  asks: string;
  /** The roles whose first page it is. */
  firstOf?: readonly Role[];
}

/** The pages of the main menu, in their order. */
export const menuPages: readonly MenuPage[] = [
  { to: '/plan', title: 'plan.title', asks: 'training/plan', firstOf: ['regional_team'] },
  { to: '/tjenester', title: 'services.title', asks: 'rollout/organisation', firstOf: ['national_team', 'administrator'] },
  { to: '/samlinger', title: 'training.title', asks: 'training/gathering-calendar', firstOf: ['competence_centre'] },
  { to: '/min-side', title: 'training.mine.title', asks: 'training/check-in', firstOf: ['caseworker', 'local_supervisor'] },
  { to: '/pilotevaluering', title: 'pilot.title', asks: 'dashboards/pilot-evaluation', firstOf: ['researcher'] },
];

/** The pages that somebody may see. */
export const pagesFor = ({ may }: Pick<Me, 'may'>): MenuPage[] => menuPages.filter(({ asks }) => may.includes(asks));

/** The page that somebody begins with: that of the first of their roles that has one, else the first they may see. */
export function firstPageFor(me: Pick<Me, 'may' | 'grants'>): MenuPage | undefined {
  const pages = pagesFor(me);
  const first = me.grants.flatMap(({ role }) => pages.filter(({ firstOf }) => firstOf?.includes(role)));
  return first[0] ?? pages[0];
}
