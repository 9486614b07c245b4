import type { Me, Role } from '@riggen/contracts';
import type { ParseKeys } from 'i18next';

/** A page of the main menu. */
export interface MenuPage {
  to: '/pilotevaluering' | '/plan' | '/tjenester' | '/samlinger' | '/min-side' | '/utrulling' | '/min-tjeneste' | '/min-region' | '/roller' | '/lesinger' | '/varsler' | '/nokler' | '/veiledning';
  title: ParseKeys;
  /** The query that the page rests on, as SERVICE/NAME: whoever may ask it sees the page in the menu. */
  asks: string;
  /** The roles that it is made for; all when it is left out. */
  only?: readonly Role[];
  /** The roles whose first page it is. */
  firstOf?: readonly Role[];
}

/** The pages of the main menu, in their order. */
export const menuPages: readonly MenuPage[] = [
  { to: '/utrulling', title: 'rollout.title', asks: 'rollout/rollout-by-stage', only: ['national_team', 'competence_centre', 'administrator'], firstOf: ['national_team', 'competence_centre'] },
  { to: '/min-tjeneste', title: 'ownService.title', asks: 'rollout/implementation', only: ['local_leader', 'local_supervisor'], firstOf: ['local_leader'] },
  // A region comes to it from the pages of training, beside those of gatherings and certificates.
  { to: '/veiledning', title: 'supervision.title', asks: 'supervision/sessions', only: ['local_leader', 'local_supervisor'], firstOf: ['local_supervisor'] },
  { to: '/min-region', title: 'ownRegion.title', asks: 'rollout/services-in-line', only: ['regional_team'], firstOf: ['regional_team'] },
  { to: '/lesinger', title: 'administration.readings.title', asks: 'rollout/readings', only: ['auditor'], firstOf: ['auditor'] },
  { to: '/plan', title: 'plan.title', asks: 'training/plan' },
  { to: '/tjenester', title: 'services.title', asks: 'rollout/organisation', only: ['national_team', 'competence_centre', 'regional_team', 'administrator', 'researcher', 'auditor'], firstOf: ['administrator'] },
  { to: '/roller', title: 'administration.roles.title', asks: 'rollout/role-holders', only: ['administrator', 'auditor', 'regional_team'] },
  { to: '/varsler', title: 'administration.outbox.title', asks: 'rollout/outbox', only: ['administrator'] },
  // Tokens are the gateway's own: whoever may say who signs in may also make them.
  { to: '/nokler', title: 'administration.tokens.title', asks: 'rollout/link-sign-in', only: ['administrator'] },
  { to: '/samlinger', title: 'training.title', asks: 'training/gathering-calendar' },
  { to: '/min-side', title: 'training.mine.title', asks: 'training/check-in', only: ['caseworker', 'local_supervisor', 'local_leader'], firstOf: ['caseworker'] },
  { to: '/pilotevaluering', title: 'pilot.title', asks: 'dashboards/pilot-evaluation', firstOf: ['researcher'] },
];

/** More links than this do not fit in the top bar, nor in a head. */
export const mostLinks = 5;

/** The pages that somebody sees in the menu. */
export const pagesFor = ({ may, grants }: Pick<Me, 'may' | 'grants'>): MenuPage[] =>
  menuPages
    .filter(({ asks, only }) => may.includes(asks) && (!only || grants.some(({ role }) => only.includes(role))))
    .slice(0, mostLinks);

/** The page that somebody begins with: that of the first of their roles that has one, else the first they may see. */
export function firstPageFor(me: Pick<Me, 'may' | 'grants'>): MenuPage | undefined {
  const pages = pagesFor(me);
  const first = me.grants.flatMap(({ role }) => pages.filter(({ firstOf }) => firstOf?.includes(role)));
  return first[0] ?? pages[0];
}
