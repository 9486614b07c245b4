import { collectDefaultMetrics, Counter, Histogram, register } from 'prom-client';

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

export { register as metricsRegister };
