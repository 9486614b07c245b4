import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotFound } from './shell/NotFound.js';
import { PageError } from './shell/PageError.js';
import { Shell } from './shell/Shell.js';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/pilotevaluering', replace: true });
  },
});

const pilotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pilotevaluering',
  component: lazyRouteComponent(() => import('./pilot-evaluation/PilotEvaluation.js'), 'PilotEvaluation'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([startRoute, pilotRoute]),
  defaultErrorComponent: PageError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
