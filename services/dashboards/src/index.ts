import type { ServiceDefinition } from '@riggen/service';
import { prepareGrafanaRoles } from './grafana-roles.startup.js';
import { pilotPageQuery } from './pilot-evaluation/pilot-page.query.js';
import { pilotReportQuery } from './pilot-evaluation/pilot-report.query.js';
import { pilotEvaluation } from './pilot-evaluation/pilot-evaluation.projection.js';

/** Dashboards: the indicators that rest on the events of several services. */
export const dashboards: ServiceDefinition = {
  name: 'dashboards',
  commands: [],
  queries: [pilotReportQuery, pilotPageQuery],
  projections: [pilotEvaluation],
  onStart: prepareGrafanaRoles,
};
