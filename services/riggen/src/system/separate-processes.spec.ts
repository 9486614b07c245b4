import { operatorCaller } from '@riggen/access';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { signCaller } from '@riggen/messaging';
import { join } from 'node:path';
import { eventually, freshDatabase, freshNats } from '../../../../tools/jest/servers.js';
import { loadPeople } from '../demo/load-people.js';
import { freePort } from '../embedded/embedded-server.js';
import { type DemoPersonId, sessionOf } from './sign-in.fixture.js';

const names = ['rollout', 'training', 'supervision', 'fidelity', 'feedback', 'dashboards', 'gateway'];

describe('each service as a process of its own, on one PostgreSQL and one NATS', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let nats: Awaited<ReturnType<typeof freshNats>>;
  let api: string;
  const secret = randomBytes(32).toString('base64url');
  const callerKey = randomBytes(48).toString('base64url');
  const sessions = new Map<DemoPersonId, Awaited<ReturnType<typeof sessionOf>>>();
  const processes = new Map<string, { process: ChildProcess; port: number }>();

  const masterKey = randomBytes(32).toString('hex');
  const startProcess = async (name: string) => {
    const port = await freePort();
    const servers = { DATABASE_URL: database.url, NATS_URL: nats.natsUrl, NATS_TOKEN: nats.natsToken, CALLER_KEY: callerKey };
    const own = name === 'gateway' ? { RIGGEN_SECRET: secret, DEMO_PEOPLE: 'yes' } : { PERSON_KEYS_MASTER_KEY: masterKey };
    const env = { ...process.env, ...servers, ...own, PORT: String(port), LOG_LEVEL: 'error' };
    const child = spawn(process.execPath, [join(process.cwd(), 'services', name, 'dist/main.js')], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    processes.set(name, { process: child, port });
    return port;
  };
  const stopProcess = async (name: string, signal: NodeJS.Signals): Promise<number | null> => {
    const { process: child } = processes.get(name)!;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  };
  const status = (url: string) => fetch(url).then((response) => response.status, () => 0);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}, as: DemoPersonId = 'administrator') =>
    fetch(`${api}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'accept-language': 'en', ...sessions.get(as), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  beforeAll(async () => {
    [database, nats] = await Promise.all([freshDatabase(), freshNats()]);
    const ports = await Promise.all(names.map(startProcess));
    api = `http://localhost:${ports.at(-1)}/api`;
    await eventually(() => status(api.replace('/api', '/health/ready')), (code) => code === 200, 150_000);
    const cliToken = signCaller(callerKey, operatorCaller, 600);
    await loadPeople({ nats: { url: nats.natsUrl, token: nats.natsToken }, cliToken }, secret, { rows: false });
    for (const id of ['administrator', 'national', 'leader'] as const) sessions.set(id, await sessionOf(id, api));
  }, 180_000);
  afterAll(async () => {
    await Promise.all(names.map((name) => stopProcess(name, 'SIGKILL')));
    await nats.stop();
    await database.drop();
  });

  const unit = { serviceId: 'p01', name: 'Tjeneste 01', kind: 'municipal', municipalityNumbers: ['1806'], region: 'nord' };

  it('answers for its health and shows its metrics', async () => {
    for (const [, { port }] of processes) {
      expect(await status(`http://127.0.0.1:${port}/health/live`)).toBe(200);
      expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('riggen_commands_total');
    }
  });

  it('shows how far each read model is behind, and what is parked', async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${processes.get('training')!.port}/metrics`)).text();
    expect(metrics).toMatch(/^riggen_projection_lag_seconds\{projection="training.copies"\} [\d.]+$/m);
    expect(metrics).toMatch(/^riggen_parked_events\{projection="training.copies"\} 0$/m);
  });

  it('takes a command over HTTP once, and refuses its id for another content', async () => {
    const key = { 'idempotency-key': 'first service' };
    const first = await post('rollout/register-service-unit', unit, key);
    expect({ status: first.status, body: await first.json() }).toMatchObject({ status: 201, body: { outcome: 'accepted' } });
    const again = await post('rollout/register-service-unit', unit, key);
    expect({ status: again.status, body: await again.json() }).toMatchObject({ status: 200, body: { outcome: 'unchanged' } });
    const other = await post('rollout/register-service-unit', { ...unit, serviceId: 'p02' }, key);
    expect({ status: other.status, body: await other.json() }).toMatchObject({ status: 409, body: { reason: 'command-id-reused' } });
  });

  it('knows in one service what was just done in another', async () => {
    // On a busy machine a copy may take longer than a command waits; the refusal then says that it may be sent again.
    const sendUntilKnown = (path: string, command: object, seen: string) =>
      eventually(
        async () => (await post(path, command, { 'if-fresh': seen }, 'leader')).json() as Promise<{ outcome?: string; position: string; retryable?: boolean }>,
        ({ retryable }) => !retryable,
      );
    const known = (await (await post('rollout/register-service-unit', unit)).json()) as { position: string };
    const caseworker = { personId: 'k1', serviceId: 'p08', targetGroup: 'aftercare', phase: 1 };
    const { position } = await sendUntilKnown('rollout/register-caseworker', caseworker, known.position);
    const opened = { caseId: 's1', serviceId: 'p08', contactPersonId: 'k1', targetGroup: 'aftercare', openedOn: '2025-03-03' };
    expect(await sendUntilKnown('fidelity/open-case', opened, position)).toMatchObject({ outcome: 'accepted' });
  });

  it('answers a query as fresh as it is asked to be', async () => {
    const gathering = { gatheringId: 'g1', phase: 1, targetGroup: 'aftercare', number: 1, startsOn: '2025-03-03', endsOn: '2025-03-04', days: 2, format: 'physical' };
    const { position } = (await (await post('training/schedule-gathering', gathering, {}, 'national')).json()) as { position: string };
    const page = await fetch(`${api}/dashboards/pilot-evaluation`, { headers: { ...sessions.get('national'), 'if-fresh': position } });
    expect(await page.json()).toMatchObject({ gatherings: [{ gatheringId: 'g1', invited: { value: 0 } }] });
  });

  it('answers every fault with a problem that says what is wrong', async () => {
    const problems = [
      [await post('rollout/register-service-unit', { ...unit, serviceId: 'p9', municipalityNumbers: ['9999'] }), 422, 'unknown-municipality'],
      [await post('rollout/register-service-unit', { ...unit, region: 'sydpolen' }), 400, 'invalid-value'],
      [await post('rollout/register-service-unit', '{"serviceId":'), 400, 'malformed-request'],
      [await post('rollout/register-service-unit', { ...unit, name: 'x'.repeat(1_100_000) }), 413, 'too-large'],
      [await post('rollout/register-service-unit', { ...unit, name: 'N\ud800y' }), 400, 'invalid-value'],
      [await post('rollout/register-service-unit', { ...unit, name: 'x.'.repeat(400_000) }), 400, 'invalid-value'],
      [await post('rollout/register-service-unit', '['.repeat(50_000) + ']'.repeat(50_000)), 400, 'invalid-value'],
      [await post('rollout/register-service-unit', 'name=x', { 'content-type': 'text/plain' }), 415, 'unsupported-content'],
      [await post('rollout/register-service-unit', unit, { 'idempotency-key': '' }), 400, 'missing-idempotency-key'],
      [await post('rollout/no-such-thing', {}), 404, 'not-found'],
      [await fetch(`${api}/dashboards/pilot-report`, { headers: sessions.get('national')! }), 404, 'not-found'],
      [await fetch(`${api}/dashboards/pilot-evaluation`), 401, 'not-signed-in'],
    ] as const;
    for (const [response, code, reason] of problems) {
      const body = (await response.json()) as Record<string, unknown>;
      expect({ code: response.status, type: response.headers.get('content-type'), reason: body['reason'] }).toEqual({
        ...{ code, reason, type: expect.stringContaining('application/problem+json') },
      });
      expect(body['detail']).toBeTruthy();
      expect(JSON.stringify(body)).not.toContain('node_modules');
    }
  });

  it('points at the field and speaks the language of the reader', async () => {
    const reply = await post('rollout/register-service-unit', { ...unit, name: 'Ring 01019012345' }, { 'accept-language': 'nn' });
    expect(await reply.json()).toMatchObject({
      errors: [{ pointer: '#/name', reason: 'contains-identity-number', detail: expect.stringContaining('fødselsnummer') }],
    });
  });

  it('describes itself in OpenAPI 3.1 and AsyncAPI 3', async () => {
    const openApi = (await (await fetch(`${api}/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(openApi.openapi).toBe('3.1.0');
    expect(Object.keys(openApi.paths)).toContain('/api/feedback/answer-survey');
    expect(Object.keys(openApi.paths)).not.toContain('/api/dashboards/pilot-report');
    const asyncApi = (await (await fetch(`${api}/asyncapi.json`)).json()) as { channels: Record<string, { address: string }> };
    expect(asyncApi.channels['SurveyAnswered.v1']!.address).toBe('riggen.events.feedback.SurveyAnswered');
    expect(await status(`${api}/docs`)).toBe(200);
  });

  it('is not ready while a service is away, and says so to whoever asks it', async () => {
    await stopProcess('training', 'SIGKILL');
    expect(await status(api.replace('/api', '/health/ready'))).toBe(503);
    const gathering = { gatheringId: 'g2', phase: 1, targetGroup: 'aftercare', number: 2, startsOn: '2025-04-03', endsOn: '2025-04-04', days: 2, format: 'physical' };
    const reply = await post('training/schedule-gathering', gathering, {}, 'national');
    expect({ status: reply.status, body: await reply.json() }).toMatchObject({ status: 503, body: { reason: 'service-unavailable', retryable: true } });
    await startProcess('training');
    await eventually(() => status(api.replace('/api', '/health/ready')), (code) => code === 200, 30_000);
    expect((await post('training/schedule-gathering', gathering, {}, 'national')).status).toBe(201);
  }, 180_000);

  it('stops cleanly when it is told to', async () => {
    expect(await stopProcess('training', 'SIGTERM')).toBe(0);
    await startProcess('training');
  });
});
