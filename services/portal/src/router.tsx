import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from './api/query-client.js';
import { mapQuery } from './charts/map/map-query.js';
import { withReadings, withState } from './administration/address.js';
import { withRegion, withRegionAndSearch } from './language/regions.js';
import { withProgramme, withProgrammeAndRegion } from './rollout/address.js';
import { templateQuery } from './rollout/useProgramme.js';
import { NotFound } from './shell/NotFound.js';
import { PageError } from './shell/PageError.js';
import { Shell } from './shell/Shell.js';
import { Start } from './shell/Start.js';
import { withGroup } from './supervision/address.js';
import { withCode, withRegionAndPage, withStanding, withTime, withYear } from './training/addresses.js';
import { SignedInAgain } from './sign-in/SignedInAgain.js';
import { SignedOut } from './sign-in/SignedOut.js';
import { SignInPage } from './sign-in/SignInPage.js';

/** Asks for the programmes while the page's own code is on its way: what the page shows is asked for by programme. */
const askForProgrammes = () => void queryClient.prefetchQuery(templateQuery);

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: Start,
});

const pilotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pilotevaluering',
  component: lazyRouteComponent(() => import('./pilot-evaluation/PilotEvaluation.js'), 'PilotEvaluation'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/innlogging',
  component: SignInPage,
  staticData: { isPublic: true },
  validateSearch: ({ problem, returnTo }): { problem?: 'failed'; returnTo?: string } => ({
    ...(problem === 'failed' && { problem }),
    ...(typeof returnTo === 'string' && { returnTo }),
  }),
});

const signedOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/utlogget',
  component: SignedOut,
  staticData: { isPublic: true },
});

const signedInAgainRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/innlogget',
  component: SignedInAgain,
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plan',
  validateSearch: withRegion,
  loader: askForProgrammes,
  component: lazyRouteComponent(() => import('./plan/PlanPage.js'), 'PlanPage'),
});

const servicesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tjenester',
  validateSearch: withRegionAndSearch,
  component: lazyRouteComponent(() => import('./services/ServicesPage.js'), 'ServicesPage'),
});

const serviceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tjenester/$serviceId',
  validateSearch: withProgramme,
  loader: askForProgrammes,
  component: lazyRouteComponent(() => import('./services/ServicePage.js'), 'ServicePage'),
});

const rolloutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/utrulling',
  validateSearch: withProgrammeAndRegion,
  loader: () => {
    askForProgrammes();
    void queryClient.prefetchQuery(mapQuery);
  },
  component: lazyRouteComponent(() => import('./rollout/RolloutPage.js'), 'RolloutPage'),
});

const ownServiceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/min-tjeneste',
  validateSearch: withProgramme,
  loader: askForProgrammes,
  component: lazyRouteComponent(() => import('./own-service/OwnServicePage.js'), 'OwnServicePage'),
});

const ownRegionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/min-region',
  validateSearch: withProgrammeAndRegion,
  loader: askForProgrammes,
  component: lazyRouteComponent(() => import('./own-region/OwnRegionPage.js'), 'OwnRegionPage'),
});

const rolesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/roller',
  component: lazyRouteComponent(() => import('./administration/RolesPage.js'), 'RolesPage'),
});

const readingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lesinger',
  validateSearch: withReadings,
  component: lazyRouteComponent(() => import('./administration/ReadingsPage.js'), 'ReadingsPage'),
});

const outboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/varsler',
  validateSearch: withState,
  component: lazyRouteComponent(() => import('./administration/OutboxPage.js'), 'OutboxPage'),
});

const teamsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/team',
  validateSearch: withRegionAndPage,
  component: lazyRouteComponent(() => import('./team/TeamsPage.js'), 'TeamsPage'),
});

const tokensRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nokler',
  component: lazyRouteComponent(() => import('./administration/TokensPage.js'), 'TokensPage'),
});

const rolloutRoutes = [
  ...[rolloutRoute, ownServiceRoute, ownRegionRoute, teamsRoute] as const,
  ...[rolesRoute, readingsRoute, outboxRoute, tokensRoute] as const,
] as const;

const gatheringsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/samlinger',
  validateSearch: withTime,
  component: lazyRouteComponent(() => import('./training/GatheringsPage.js'), 'GatheringsPage'),
});

const gatheringRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/samlinger/$gatheringId',
  component: lazyRouteComponent(() => import('./training/GatheringPage.js'), 'GatheringPage'),
});

const attendanceCodeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/samlinger/$gatheringId/kode',
  component: lazyRouteComponent(() => import('./training/AttendanceCodePage.js'), 'AttendanceCodePage'),
});

const participantsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/samlinger/$gatheringId/deltakere',
  component: lazyRouteComponent(() => import('./training/ParticipantsPage.js'), 'ParticipantsPage'),
});

const checkInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/oppmote/$gatheringId',
  validateSearch: withCode,
  component: lazyRouteComponent(() => import('./training/CheckInPage.js'), 'CheckInPage'),
});

const myPageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/min-side',
  component: lazyRouteComponent(() => import('./training/MyPage.js'), 'MyPage'),
});

const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bekreft',
  staticData: { isPublic: true },
  validateSearch: withCode,
  component: lazyRouteComponent(() => import('./training/VerifyPage.js'), 'VerifyPage'),
});

const respondRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/svar',
  staticData: { isPublic: true },
  component: lazyRouteComponent(() => import('./respond/RespondPage.js'), 'RespondPage'),
});

const cohortsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kull',
  validateSearch: withRegionAndPage,
  component: lazyRouteComponent(() => import('./training/CohortsPage.js'), 'CohortsPage'),
});

const cohortRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kull/$cohortId',
  component: lazyRouteComponent(() => import('./training/CohortPage.js'), 'CohortPage'),
});

const trainersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trenere',
  validateSearch: withYear,
  component: lazyRouteComponent(() => import('./training/TrainersPage.js'), 'TrainersPage'),
});

const certificatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sertifikater',
  validateSearch: withStanding,
  component: lazyRouteComponent(() => import('./training/CertificatesPage.js'), 'CertificatesPage'),
});

const personTrainingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/opplaering/$personId',
  component: lazyRouteComponent(() => import('./training/PersonTrainingPage.js'), 'PersonTrainingPage'),
});

const supervisionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/veiledning',
  validateSearch: withGroup,
  component: lazyRouteComponent(() => import('./supervision/SupervisionPage.js'), 'SupervisionPage'),
});

const trainingRoutes = [
  ...[gatheringsRoute, gatheringRoute, attendanceCodeRoute, participantsRoute, checkInRoute] as const,
  ...[myPageRoute, verifyRoute, cohortsRoute, cohortRoute, trainersRoute] as const,
  ...[certificatesRoute, personTrainingRoute, supervisionRoute] as const,
] as const;

export const router = createRouter({
  routeTree: rootRoute.addChildren([startRoute, pilotRoute, planRoute, servicesRoute, serviceRoute, ...rolloutRoutes, ...trainingRoutes, respondRoute, signInRoute, signedOutRoute, signedInAgainRoute]),
  defaultErrorComponent: PageError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** Whether the page is for everybody, signed in or not. */
    isPublic?: boolean;
  }
}
