import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answersPublished,
  gatheringEvaluated,
  gatheringEvaluationClosed,
  gatheringScheduled,
  invitationSent,
  surveyAnswered,
} from '@riggen/contracts';
import type { DomainEvent } from '@riggen/event-sourcing';
import { headOf, InMemoryEventStore } from '@riggen/event-store';
import { openReadModels, prepareSchema, rebuildProjection } from '@riggen/projections';
import { randomUUID } from 'node:crypto';
import type { ServiceHost } from '@riggen/service';
import type { DataSource } from 'typeorm';
import { freshDatabase } from '../../../../../tools/jest/servers.js';
import { prepareGrafanaRoles } from '../../grafana-roles.startup.js';
import { pilotEvaluation } from '../pilot-evaluation.projection.js';
import { PublishedEvaluationRow, PublishedFigureRow } from './published-figures.tables.js';

const regionOf: Record<string, string> = { a: 'nord', b: 'nord', c: 'vest', d: 'vest' };

describe('what is published of answers', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let tables: DataSource;
  let store: InMemoryEventStore;
  let publications: number;

  beforeAll(async () => {
    database = await freshDatabase();
    tables = await openReadModels(database.url, 'dashboards', pilotEvaluation.entities);
    await prepareSchema(tables, 'dashboards');
  }, 180_000);
  afterAll(async () => {
    await tables.destroy();
    await database.drop();
  });
  beforeEach(() => {
    store = new InMemoryEventStore();
    publications = 0;
  });

  const happen = async (stream: string, ...events: DomainEvent[]) => {
    const commandId = randomUUID();
    const envelope = { commandId, fingerprint: commandId, correlationId: commandId, actor: { kind: 'system', id: 'specification' } as const };
    await store.append({ stream, expected: headOf(await store.readStream(stream)), events, envelope });
  };
  /** One person of a service answers once on a day of a month. */
  const answer = async (service: string, person: number, month: string, score: number) => {
    const organisation = { service, region: regionOf[service]! };
    const id = `${service}${person}-${month}-${randomUUID()}`;
    const about = { occurredAt: `${month}-10T10:00:00.000Z`, organisation };
    await happen(
      `invitation-${id}`,
      invitationSent(
        { invitationId: id, surveyId: 'parent_weekly', surveyVersion: 1, personId: `${service}${person}`, sentOn: `${month}-08`, channel: 'sms', language: 'nb', phase: 1 },
        about,
      ),
      surveyAnswered({ invitationId: id, responseId: id, submittedAt: about.occurredAt, answers: { had_contact: true, met_with_respect: score } }, about),
    );
  };
  const answers = async (service: string, people: number, month: string, score: number) => {
    for (let person = 0; person < people; person += 1) await answer(service, person, month, score);
  };
  const publish = (through: string) =>
    happen('answer-publication', answersPublished({ through, occasion: 'month', number: (publications += 1) }, { occurredAt: '2025-12-01T00:00:00.000Z' }));
  const build = () => rebuildProjection({ databaseUrl: database.url, schema: 'dashboards', projection: pilotEvaluation, store });
  const cell = async (publication: number, measure: string, period: string, unit = 'nation') => {
    const row = await tables.getRepository(PublishedFigureRow).findOneBy({ publication, measure, period, unit, survey: 'parent_weekly' });
    return row && { value: row.value, n: row.n, hidden: row.hidden };
  };

  it('shows nothing of a month that is open', async () => {
    await answers('a', 6, '2025-01', 7);
    await answers('b', 6, '2025-02', 1);
    await publish('2025-01');
    await build();
    expect(await cell(1, 'met_with_respect', '../2025-01')).toEqual({ value: 7, n: 6, hidden: null });
    expect(await tables.getRepository(PublishedFigureRow).countBy({ period: '2025-02' })).toBe(0);
  });

  it('hides services of few people, and a region so that they cannot be worked out', async () => {
    await answers('a', 3, '2025-01', 2);
    await answers('b', 8, '2025-01', 6);
    await answers('c', 7, '2025-01', 5);
    await answers('d', 9, '2025-01', 4);
    await publish('2025-01');
    await build();
    const month = (unit: string) => cell(1, 'participation', '2025-01', unit);
    expect(await month('a')).toEqual({ value: null, n: null, hidden: 'few' });
    expect(await month('b')).toEqual({ value: null, n: null, hidden: 'protects' });
    expect(await month('c')).toEqual({ value: 5, n: 7, hidden: null });
    expect(await month('nord')).toEqual({ value: 4.91, n: 11, hidden: null });
    expect(await month('nation')).toEqual({ value: 4.63, n: 27, hidden: null });
  });

  it('never changes a month that is published: what comes late is in later figures of the nation', async () => {
    await answers('a', 6, '2025-01', 7);
    await publish('2025-01');
    await build();
    const january = await cell(1, 'participation', '2025-01');
    await answers('b', 5, '2025-01', 1);
    await publish('2025-02');
    await build();
    expect(await cell(1, 'participation', '2025-01')).toEqual(january);
    expect(await tables.getRepository(PublishedFigureRow).countBy({ period: '2025-01', publication: 2 })).toBe(0);
    expect(await cell(2, 'met_with_respect', '../2025-02')).toEqual({ value: 4.27, n: 11, hidden: null });
  });

  it('waits with new answers until five people are behind them, so that two publications tell of no fewer', async () => {
    await answers('a', 6, '2025-01', 7);
    await publish('2025-01');
    await answers('b', 3, '2025-02', 1);
    await publish('2025-02');
    await answers('c', 2, '2025-03', 1);
    await publish('2025-03');
    await build();
    expect(await cell(2, 'met_with_respect', '../2025-02')).toEqual({ value: 7, n: 6, hidden: null });
    expect(await cell(3, 'met_with_respect', '../2025-03')).toEqual({ value: 4.27, n: 11, hidden: null });
    expect(await cell(2, 'participants', '../2025-02')).toEqual({ value: 6, n: 6, hidden: null });
    expect(await cell(3, 'participants', '../2025-03')).toEqual({ value: 11, n: 11, hidden: null });
  });

  it('hides a month of the nation beside one of few when both come at once', async () => {
    await answers('a', 3, '2025-01', 7);
    await answers('b', 9, '2025-02', 5);
    await answers('b', 9, '2025-03', 4);
    await publish('2025-03');
    await build();
    const hidden = await Promise.all(['2025-01', '2025-02', '2025-03'].map(async (period) => (await cell(1, 'participation', period))!.hidden));
    expect(hidden[0]).toBe('few');
    expect(hidden.filter((reason) => reason === 'protects').length).toBeGreaterThan(0);
    expect((await cell(1, 'met_with_respect', '../2025-03'))!.n).toBe(21);
  });

  it('keeps nothing in a hidden cell, and gives the same cells when it is built again', async () => {
    await answers('a', 2, '2025-01', 3);
    await answers('b', 7, '2025-01', 6);
    await answers('c', 4, '2025-01', 6);
    await publish('2025-01');
    await build();
    const all = () => tables.getRepository(PublishedFigureRow).find({ order: { level: 'ASC', unit: 'ASC', period: 'ASC', measure: 'ASC' } });
    const cells = await all();
    expect(cells.filter(({ hidden }) => hidden).length).toBeGreaterThan(0);
    expect(cells.filter(({ hidden, value, n }) => hidden && (value !== null || n !== null))).toEqual([]);
    await build();
    expect(await all()).toEqual(cells);
  });

  it('is all that the roles of Grafana can read of what people answered', async () => {
    await answers('a', 6, '2025-01', 7);
    await publish('2025-01');
    await build();
    await prepareGrafanaRoles({ tables } as unknown as ServiceHost);
    const as = (role: string, sql: string): Promise<unknown> =>
      tables.transaction(async (manager) => {
        await manager.query(`set local role ${role}`);
        return manager.query(sql);
      });
    const names: { name: string }[] = await tables.query(`select tablename as name from pg_tables where schemaname = 'dashboards' order by 1`);
    const readable: Record<string, string[]> = { riggen_reporting: [], riggen_operations: [] };
    for (const [role, found] of Object.entries(readable)) {
      for (const { name } of names) await as(role, `select 1 from dashboards.${name} limit 1`).then(() => found.push(name), () => {});
    }
    expect(readable).toEqual({
      riggen_reporting: ['published_evaluation', 'published_figure'],
      riggen_operations: ['parked_events', 'projection_checkpoints'],
    });
    expect(names.map(({ name }) => name)).toContain('pilot_response');
    expect(await as('riggen_reporting', `select value from dashboards.published_figure where measure = 'met_with_respect' and survey = 'parent_weekly'`)).toEqual([{ value: 7 }]);
  });

  it('publishes the evaluation of a gathering once, when its form has closed and five have answered', async () => {
    const gathering = (gatheringId: string) =>
      gatheringScheduled(
        { gatheringId, phase: 1, targetGroup: 'child_4_12', number: 1, startsOn: '2025-01-10', endsOn: '2025-01-10', days: 1, format: 'physical' },
        { occurredAt: '2025-01-01T10:00:00.000Z' },
      );
    const evaluations = (gatheringId: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        gatheringEvaluated(
          { evaluationId: randomUUID(), gatheringId, submittedOn: '2025-01-10', scores: { learning: 5 + (index % 3), ...(index < 3 && { amount: 2 }) } },
          { occurredAt: '2025-01-10T00:00:00.000Z' },
        ),
      );
    const close = (gatheringId: string, count: number) => gatheringEvaluationClosed({ gatheringId, evaluations: count }, { occurredAt: '2025-01-10T00:00:00.000Z' });
    for (const id of ['few', 'many', 'open']) await happen(`gathering-${id}`, gathering(id));
    await happen('gatheringForm-few', ...evaluations('few', 4), close('few', 4));
    await happen('gatheringForm-many', ...evaluations('many', 6), close('many', 6));
    await happen('gathering-evaluation-x', ...evaluations('open', 9));
    await build();
    const published = () => tables.getRepository(PublishedEvaluationRow).find();
    const many = { gatheringId: 'many', service: null, region: null, evaluations: 6, scores: { learning: { sum: 36, n: 6 }, amount: null, motivating: { sum: 0, n: 0 }, relevance: { sum: 0, n: 0 }, leadership: { sum: 0, n: 0 } } };
    expect(await published()).toEqual([many]);
    await happen('gathering-evaluation-y', ...evaluations('many', 5));
    await publish('2025-01');
    await build();
    expect((await published()).map(({ gatheringId, evaluations: count }) => [gatheringId, count])).toEqual([['many', 6], ['open', 9]]);
  });
});
