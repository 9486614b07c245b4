import { DashboardBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries';
import { database, SqlQuery } from './sql-query.js';

/** The schemas of the services that project read models. */
const schemas = ['rollout', 'training', 'supervision', 'fidelity', 'feedback', 'dashboards'];

const overSchemas = (select: (schema: string) => string) => schemas.map(select).join('\nunion all\n');

const perHour = `select date_trunc('hour', recorded_at) as time, type as metric, count(*) as events
from event_store.events where $__timeFilter(recorded_at) group by 1, 2 order by 1`;

// A position is (tx, position) in hex with a dash between: see formatPosition in libs/event-store.
const behind = `select p.name as projection, p.version, p.updated_at,
  (select count(*) from event_store.events e where coalesce(p.position, '') = '' or (e.tx, e.position) >
    (('x' || split_part(p.position, '-', 1))::bit(64)::bigint::text::xid8, ('x0000' || split_part(p.position, '-', 2))::bit(64)::bigint)
  ) as "events behind"
from (\n${overSchemas((schema) => `select '${schema}.' || name as name, version, position, updated_at from ${schema}.projection_checkpoints`)}\n) p
order by 4 desc, 1`;

const parked = `select * from (\n${overSchemas(
  (schema) => `select '${schema}.' || projection as projection, stream, type, reason, parked_at from ${schema}.parked_events`,
)}\n) parked order by parked_at desc limit 200`;

const streams = `select split_part(stream, '-', 1) as category, count(distinct stream) as streams, count(*) as events, max(recorded_at) as latest
from event_store.events group by 1 order by 3 desc`;

/** What operations looks at: whether events come in, whether read models keep up, and what waits for a person. */
export const operations = new DashboardBuilder('Riggen: drift')
  .uid('riggen-operations')
  .tags(['riggen'])
  .refresh('30s')
  .time({ from: 'now-24h', to: 'now' })
  .timezone('Europe/Oslo')
  .withPanel(
    new TimeSeries().title('Hendelser per time').span(24).height(9).datasource(database).withTarget(new SqlQuery(perHour, 'time_series')),
  )
  .withPanel(
    new Table().title('Lesemodeller og hvor langt bak de er').span(12).height(10).datasource(database).withTarget(new SqlQuery(behind, 'table')),
  )
  .withPanel(
    new Table().title('Parkerte hendelser, med årsak').span(12).height(10).datasource(database).withTarget(new SqlQuery(parked, 'table')),
  )
  .withPanel(new Table().title('Strømmer etter slag').span(24).height(9).datasource(database).withTarget(new SqlQuery(streams, 'table')))
  .build();
