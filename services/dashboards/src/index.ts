import type { ServiceDefinition } from '@riggen/service';
import { pilotPageQuery } from './pilot-evaluation/pilot-page.js';
import { pilotReportQuery } from './pilot-evaluation/pilot-report.js';
import { pilotEvaluation } from './pilot-evaluation/projection.js';

/** Dashboards: the indicators that rest on the events of several services. */
export const dashboards: ServiceDefinition = {
  name: 'dashboards',
  commands: [],
  queries: [pilotReportQuery, pilotPageQuery],
  projections: [pilotEvaluation],
};
