import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { calendarDateOf } from '@riggen/event-sourcing';
import { operatorCaller } from '@riggen/access';
import { closeGatheringEvaluation, type CommandFrom, type CommandReply, type CommandRequest, evaluateByCode, gatheringScheduled, openGatheringEvaluation } from '@riggen/contracts';
import { InMemoryEventStore, InMemoryKeyVault, PersonalData, type RecordedEvent } from '@riggen/event-store';
import { openReadModels, prepareSchema, rebuildProjection } from '@riggen/projections';
import { commandSlice, Copy, lookupsIn, runCommand, type ServiceHost } from '@riggen/service';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { freshDatabase } from '../../../../tools/jest/servers.js';
import { feedback } from '../index.js';
import { hashOfSecret } from '../secret-hash.lookups.js';
import { BallotBox } from './ballot-box.tables.js';
import { closeDueForms } from './close-gathering-evaluation/close-forms.startup.js';
import { closeGatheringEvaluationSlice } from './close-gathering-evaluation/close-gathering-evaluation.controller.js';
import { evaluateByCodeController } from './evaluate-by-code/evaluate-by-code.controller.js';
import { openGatheringEvaluationSlice } from './open-gathering-evaluation/open-gathering-evaluation.controller.js';

const code = 'c'.repeat(43);
const sheets = [9, 3, 7, 3, 10, 1].map((learning, index) => ({ learning, relevance: (index % 4) + 5 }));
const request = (command: object): CommandRequest => ({
  ...{ commandId: randomUUID(), correlationId: randomUUID(), language: 'en', command },
  caller: `person-${randomUUID()}`,
});

describe('an anonymous evaluation', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let tables: DataSource;
  let store: InMemoryEventStore;
  let box: BallotBox;
  let sent: CommandRequest[];
  let evaluate: (request: CommandRequest) => Promise<CommandReply>;
  const close = () => closeGatheringEvaluationSlice(box);
  const run = (slice: ReturnType<typeof commandSlice>, command: object) =>
    runCommand(slice, { ...request(command), caller: operatorCaller }, { store, personalData: new PersonalData(new InMemoryKeyVault()), lookups: lookupsIn(tables.manager), reached: async () => true, now: () => new Date().toISOString() });
  const boxRow = async (): Promise<Record<string, unknown>> => (await tables.query<Record<string, unknown>[]>('select * from feedback.ballot_box'))[0]!;
  const recorded = async (): Promise<RecordedEvent[]> => (await store.readAll('', 100)).filter(({ type }) => type === 'GatheringEvaluated');
  const learningOf = (events: RecordedEvent[]) => events.map(({ data }) => (data as { scores: { learning: number } }).scores.learning);

  beforeAll(async () => {
    database = await freshDatabase();
    tables = await openReadModels(database.url, 'feedback', [Copy]);
    await prepareSchema(tables, 'feedback');
  }, 180_000);
  afterAll(async () => {
    await tables.destroy();
    await database.drop();
  });

  beforeEach(async () => {
    store = new InMemoryEventStore();
    box = new BallotBox();
    await tables.query('drop table if exists feedback.ballot_box');
    await box.openIn(tables);
    const today = calendarDateOf(new Date().toISOString());
    const gathering = gatheringScheduled(
      { gatheringId: 'G1', phase: 1, targetGroup: 'child_4_12', number: 1, startsOn: '2025-01-01', endsOn: today, days: 1, format: 'physical' },
      { occurredAt: '2025-01-01T00:00:00.000Z' },
    );
    const envelope = { commandId: randomUUID(), correlationId: randomUUID(), actor: { kind: 'system', id: 'specification' } as const, fingerprint: 'f' };
    await store.append({ stream: 'gathering-G1', expected: { version: 0, hash: '' }, events: [gathering], envelope });
    await readCopies();
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    expect(await run(openGatheringEvaluationSlice, openGatheringEvaluation.schema.parse({ gatheringId: 'G1', codeHash: hashOfSecret(code), closesAt }))).toMatchObject({ outcome: 'accepted' });
    await readCopies();
    const Controller = evaluateByCodeController(box);
    const controller = new Controller({ tables, fromSigned: (given: CommandRequest, put: (given: CommandRequest) => unknown) => put(given) }) as {
      handle(payload: unknown): Promise<CommandReply>;
    };
    evaluate = (given) => controller.handle(given);
    sent = [];
  });

  const readCopies = () => rebuildProjection({ databaseUrl: database.url, schema: 'feedback', projection: feedback.projections[0]!, store });
  const giveAll = async (given: typeof sheets) => {
    for (const scores of given) {
      sent.push(request(evaluateByCode.schema.parse({ code, scores })));
      expect(await evaluate(sent.at(-1)!)).toEqual({ outcome: 'accepted', position: '' });
    }
  };

  it('is no event, and so has no place and no time, until its form closes', async () => {
    const before = await store.size();
    await giveAll(sheets);
    expect(await store.size()).toBe(before);
  });

  it('lies in the box without times, senders and order', async () => {
    await giveAll(sheets);
    const first = await boxRow();
    expect(Object.keys(first).sort()).toEqual(['closes_at', 'gathering', 'given', 'is_sealed', 'sheets']);
    for (const { caller, correlationId } of sent) {
      expect(JSON.stringify(first)).not.toContain(caller);
      expect(JSON.stringify(first)).not.toContain(correlationId);
    }
    expect(first['given']).toEqual(sent.map(({ commandId }) => commandId).sort());
    await tables.query('truncate feedback.ballot_box');
    await giveAll([...sheets].reverse());
    expect((await boxRow())['sheets']).toEqual(first['sheets']);
  });

  it('is recorded with all others, in the order of what stands in it, with the day as its only time and ids that tell nothing', async () => {
    await giveAll(sheets);
    await run(close(), closeGatheringEvaluation.schema.parse({ gatheringId: 'G1' }));
    const events = await recorded();
    expect(learningOf(events)).toEqual([...sheets.map(({ learning }) => learning)].sort((a, b) => a - b));
    expect(new Set(events.map(({ recordedAt }) => recordedAt)).size).toBe(1);
    expect(new Set(events.map(({ occurredAt }) => occurredAt)).size).toBe(1);
    expect(events.every(({ occurredAt }) => /T2[23]:00:00.000Z$/.test(occurredAt))).toBe(true);
    for (const { data } of events) {
      const { evaluationId, ...rest } = data as { evaluationId: string };
      expect(evaluationId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
      expect(Object.keys(rest).sort()).toEqual(['gatheringId', 'scores', 'submittedOn']);
    }
    const text = JSON.stringify(await store.readAll('', 100));
    for (const { commandId, correlationId, caller } of sent) expect([commandId, correlationId, caller].filter((id) => text.includes(id))).toEqual([]);
  });

  it('counts once when it is sent twice, and not when the form has closed', async () => {
    await giveAll(sheets.slice(0, 2));
    expect(await evaluate(sent[0]!)).toEqual({ outcome: 'unchanged' });
    await run(close(), { gatheringId: 'G1' });
    const late = await evaluate(request({ code, scores: { learning: 5 } }));
    expect(late).toMatchObject({ outcome: 'refused', problem: { reason: 'evaluation-closed' } });
    expect(learningOf(await recorded())).toEqual([3, 9]);
  });

  it('is recorded once when the form is closed again, after which the box forgets it', async () => {
    await giveAll(sheets);
    await run(close(), { gatheringId: 'G1' });
    await closeDueForms({ command: (slice: Parameters<typeof run>[0], { command }: CommandFrom) => run(slice, command as object) } as unknown as ServiceHost, box, close());
    expect(await recorded()).toHaveLength(sheets.length);
    expect(await boxRow()).toMatchObject({ is_sealed: true, sheets: [], given: [] });
    expect(await box.due()).toEqual([]);
  });

  it('is closed when its time is out', async () => {
    await giveAll(sheets);
    await tables.query(`update feedback.ballot_box set closes_at = now() - interval '1 second'`);
    expect(await box.due()).toEqual(['G1']);
  });

  it('refuses a code that leads nowhere', async () => {
    const reply = await evaluate(request({ code: 'd'.repeat(43), scores: {} }));
    expect(reply).toMatchObject({ outcome: 'refused', problem: { reason: 'unknown-link' } });
  });

  it('leaves nothing in the log, not even when it fails', async () => {
    await tables.query('drop table feedback.ballot_box');
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const reply = await evaluate(request({ code, scores: { learning: 5 } }));
    const written = log.mock.calls.length;
    log.mockRestore();
    expect(written).toBe(0);
    expect(reply).toMatchObject({ outcome: 'refused', problem: { reason: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('learning');
  });
});
