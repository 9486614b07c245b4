import type { ProjectionStatus } from '@riggen/projections';
import { collectDefaultMetrics, Counter, Gauge, Histogram, register } from 'prom-client';

collectDefaultMetrics();

/** Commands by service, name and outcome (accepted, unchanged, refused, failed). */
export const commandsTotal = new Counter({
  name: 'riggen_commands_total',
  help: 'Commands by outcome',
  labelNames: ['service', 'name', 'outcome'],
});

/** How long queries take, in seconds. */
export const queryDuration = new Histogram({
  name: 'riggen_query_duration_seconds',
  help: 'Duration of queries',
  labelNames: ['service', 'name'],
});

const projectionSources = new Set<() => Promise<ProjectionStatus[]>>();

/** Shows the read models of a service among the metrics of this process until the returned function is called. */
export function showProjections(status: () => Promise<ProjectionStatus[]>): () => void {
  projectionSources.add(status);
  return () => void projectionSources.delete(status);
}

const projectionLag = new Gauge({
  name: 'riggen_projection_lag_seconds',
  help: 'How long the oldest event that a read model has not applied has been waiting',
  labelNames: ['projection'],
  collect: () => askProjections(),
});

const parkedEvents = new Gauge({
  name: 'riggen_parked_events',
  help: 'Events that wait for a person',
  labelNames: ['projection'],
  collect: () => askProjections(),
});

let asking: Promise<void> | undefined;

/** Asked once each time the metrics are read. A service whose database is away is left out, and the others are shown. */
function askProjections(): Promise<void> {
  asking ??= (async () => {
    const statuses = await Promise.all([...projectionSources].map((status) => status().catch(() => [])));
    projectionLag.reset();
    parkedEvents.reset();
    for (const { name, lagSeconds, parked } of statuses.flat()) {
      projectionLag.set({ projection: name }, lagSeconds);
      parkedEvents.set({ projection: name }, parked);
    }
  })().finally(() => (asking = undefined));
  return asking;
}

export { register as metricsRegister };
