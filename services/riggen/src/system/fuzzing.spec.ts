import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commands, queries } from '@riggen/contracts';
import fc, { type Arbitrary } from 'fast-check';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { eventually } from '../../../../tools/jest/servers.js';
import { fitting, mutated } from './arbitrary-input.fixture.js';
import { RunningSystem } from './running-system.fixture.js';
import { sessionOf } from './sign-in.fixture.js';

/** The same inputs every time, so that a fault can be found again; another seed looks elsewhere. */
const seed = Number(process.env['RIGGEN_FUZZ_SEED'] ?? 20261129);
const inputsARoute = 6;
const atOnce = 8;
/** Far over what any answer takes, on a machine that does much else. */
const slowest = 20_000;
const whoAsks = ['program', 'national', 'program', 'administrator', 'leader', 'nobody'] as const;

interface Asked {
  what: string;
  address: string;
  init: RequestInit;
}

describe('every route, asked with inputs made from its schema', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'people' });
  let url: string;
  const sessions = new Map<string, Record<string, string>>();
  const outcomes = new Set<number>();

  beforeAll(async () => {
    await system.start();
    url = `http://localhost:${system.port}`;
    for (const id of ['national', 'administrator', 'leader'] as const) sessions.set(id, await sessionOf(id, url));
    // A program that may do what any role may, so that inputs reach the decisions.
    const roles = ['national_team', 'local_leader', 'local_supervisor', 'caseworker', 'researcher', 'administrator', 'auditor'];
    const made = await fetch(new URL('/api/tokens', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sessions.get('administrator') },
      body: JSON.stringify({ name: 'fuzzing', grants: roles.map((role) => ({ role, unit: { level: 'nation' } })), expiresAt: new Date(Date.now() + 3_600_000).toISOString() }),
    });
    sessions.set('program', { authorization: `Bearer ${((await made.json()) as { token: string }).token}` });
  }, 180_000);
  afterAll(() => system.remove());

  /** What is wrong with the answers, each with the request that led to it. */
  const faultsOf = async (requests: Asked[]): Promise<string[]> => {
    const faults: string[] = [];
    const rest = [...requests];
    const ask = async (): Promise<void> => {
      for (let next = rest.pop(); next; next = rest.pop()) {
        const { what, address, init } = next;
        const begun = Date.now();
        const response = await fetch(new URL(address, url), { redirect: 'manual', ...init });
        const text = await response.text();
        outcomes.add(response.status);
        const isBusy = response.status === 503 && response.headers.has('retry-after');
        if (response.status >= 500 && !isBusy) faults.push(`${what}: ${response.status} ${text.slice(0, 300)}`);
        if (/node_modules|\n\s+at |file:\/\/|QueryFailed/.test(text)) faults.push(`${what}: tells of its inside: ${text.slice(0, 300)}`);
        if (response.status >= 400 && !response.headers.get('content-type')?.includes('problem+json')) faults.push(`${what}: ${response.status} is no problem`);
        if (Date.now() - begun > slowest) faults.push(`${what}: took ${Date.now() - begun} ms`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, ask));
    return faults;
  };

  const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Parameters<typeof fitting>[0];
  const inputsOf = (schema: z.ZodType) => {
    const of = (arbitrary: Arbitrary<unknown>) => fc.sample(arbitrary, { seed, numRuns: inputsARoute });
    return [...of(fitting(schemaOf(schema))), ...of(mutated(schemaOf(schema)))];
  };
  const sessionFor = (index: number) => sessions.get(whoAsks[index % whoAsks.length]!) ?? {};

  it('takes or refuses every command', async () => {
    const requests = commands.flatMap(({ service, name, schema }) =>
      inputsOf(schema).map((input, index) => {
        const body = JSON.stringify(input);
        const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...sessionFor(index) };
        return { what: `${service}/${name} ${body.slice(0, 400)}`, address: `/api/${service}/${name}`, init: { method: 'POST', headers, body } };
      }),
    );
    expect(requests.length).toBe(commands.length * 2 * inputsARoute);
    expect(await faultsOf(requests)).toEqual([]);
    // The inputs reach both what is taken and every way to refuse.
    expect([...outcomes]).toEqual(expect.arrayContaining([201, 400, 401, 403, 422]));
  }, 180_000);

  it('answers or refuses every query', async () => {
    const requests = queries.flatMap(({ service, name, input }) =>
      inputsOf(input).map((given, index) => {
        const fields = given && typeof given === 'object' ? Object.entries(given) : [['q', given]];
        const search = new URLSearchParams(fields.map(([field, value]) => [String(field), typeof value === 'string' ? value : JSON.stringify(value)])).toString();
        return { what: `${service}/${name}?${search.slice(0, 400)}`, address: `/api/${service}/${name}?${search.slice(0, 6_000)}`, init: { headers: sessionFor(index) } };
      }),
    );
    expect(await faultsOf(requests)).toEqual([]);
  }, 180_000);

  it('bears what is asked of its own routes', async () => {
    const administrator = sessions.get('administrator')!;
    const get = (address: string, headers: Record<string, string> = {}): Asked => ({ what: address, address, init: { headers } });
    const requests = [
      ...['/api/me', '/api/sign-in', '/api/sign-in/with/nobody', '/api/sign-in/with/%00', '/api/sign-in/with/demo?returnTo[]=a&language=xx'].map((address) => get(address)),
      ...['/api/sign-in/callback', '/api/sign-in/callback?code=x&state=y', '/demo-sign-in/auth?client_id=x', '/demo-sign-in/choose/x'].map((address) => get(address, administrator)),
      ...['/api/tokens?page=-1', '/api/tokens?page=999999', '/api/%e0%a4%a', '/api/__proto__/constructor', '/api/dashboards/toString'].map((address) => get(address, administrator)),
      ...['x', 'x.ics', '%00.ics', `${'x'.repeat(300)}.ics`, '..%2f..%2fx.ics'].map((file) => get(`/api/calendar/${file}`)),
      ...['Bearer', 'Bearer x', `Bearer ${'x'.repeat(100)}`, 'Basic eDp4', ''].map((authorization) => get('/api/me', { authorization })),
      ...fc.sample(fc.oneof(fc.jsonValue(), fc.record({ name: fc.string(), grants: fc.array(fc.jsonValue()), expiresAt: fc.string() })), { seed, numRuns: 20 }).map((input) => {
        const init = { method: 'POST', headers: { 'content-type': 'application/json', ...administrator }, body: JSON.stringify(input) };
        return { what: `tokens ${init.body}`, address: '/api/tokens', init };
      }),
      { what: 'revoking nothing', address: '/api/tokens/x', init: { method: 'DELETE', headers: administrator } },
    ];
    expect((await faultsOf(requests)).filter((fault) => !fault.startsWith('/demo-sign-in'))).toEqual([]);
  }, 180_000);

  it('leaves nothing parked', async () => {
    interface Health {
      services: Record<string, { projections?: { name: string; parked: number }[] }>;
    }
    const ready = await eventually(
      async () => (await fetch(`${url}/health/ready`)).json() as Promise<Health>,
      ({ services }) => Object.values(services).every(({ projections }) => projections),
      60_000,
    );
    const parked = Object.values(ready.services).flatMap(({ projections }) => projections!.filter(({ parked }) => parked));
    expect(parked).toEqual([]);
  }, 180_000);
});
