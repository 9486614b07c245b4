import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarDateOf } from '@riggen/event-sourcing';
import { invitationSent, surveyLinkIssued } from '@riggen/contracts';
import { headOf } from '@riggen/event-store';
import type { RunningService } from '@riggen/service';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { eventually } from '../../../../tools/jest/servers.js';
import { AllServices } from './all-services.fixture.js';
import { freePort } from '../embedded/embedded-server.js';
import { type DemoPersonId, sessionOf } from './sign-in.fixture.js';

type Gateway = RunningService & { url: string };
type Headers = Record<string, string>;

const limits = { LIMIT_ANONYMOUS_PER_MINUTE: '12', LIMIT_LINK_PER_MINUTE: '15' };
/** Reached through a proxy that is trusted, so that each specification can come from an address of its own. */
const settings = { DEMO_PEOPLE: 'yes', TRUSTED_PROXIES: 'loopback', ...limits };
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const newSecret = () => randomBytes(32).toString('base64url');
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const today = calendarDateOf(new Date().toISOString());

describe('the edges of the system, over HTTP', () => {
  let all: AllServices;
  let one: Gateway;
  let other: Gateway;
  let database: pg.Pool;
  let addresses = 0;

  beforeAll(async () => {
    all = await AllServices.start();
    [one, other] = [await all.startGateway(settings), await all.startGateway(settings)];
    database = new pg.Pool({ connectionString: all.database.url, max: 2 });
    await all.loadPeople();
    await all.make('rollout/register-caseworker', { personId: 'K1', serviceId: 'p08', targetGroup: 'child_4_12', phase: 1 });
  }, 180_000);
  afterAll(async () => {
    await database.end();
    await one.stop();
    await other.stop();
    await all.stop();
  }, 60_000);

  const newAddress = (): Headers => ({ 'x-forwarded-for': `203.0.113.${(addresses += 1)}` });

  async function ask(gateway: Gateway, path: string, headers: Headers = {}, init: RequestInit = {}) {
    const response = await fetch(`${gateway.url}${path}`, { ...init, headers: { ...newAddress(), ...headers } });
    const body: any = await response.json().catch(() => undefined);
    return { status: response.status, reason: body?.reason as string | undefined, body, headers: response.headers };
  }
  const send = (gateway: Gateway, path: string, command: object, headers: Headers = {}, id: string = randomUUID()) =>
    ask(gateway, path, { 'content-type': 'application/json', 'idempotency-key': id, ...headers }, { method: 'POST', body: JSON.stringify(command) });
  /** An answer without what is new in each. */
  const alike = ({ status, body }: { status: number; body: object }) => ({ status, body: { ...body, correlationId: undefined } });
  const as = (id: DemoPersonId, gateway = one) => sessionOf(id, gateway.url);
  const me = (session: Headers, gateway = one) => ask(gateway, '/api/me', session);

  describe('survey links', () => {
    const survey = (link: string) => ask(one, '/api/feedback/survey-by-link', { 'survey-link': link });
    const answer = (link: string, responseId: string, answers: object = { had_contact: false }, headers: Headers = {}) =>
      send(one, '/api/feedback/answer-by-link', { link, responseId, answers }, headers, responseId);
    const [link, expired, unknown] = [newSecret(), newSecret(), newSecret()];
    let invitationId: string;

    it('lead to their survey, which is answered without signing in: each answer once, and several in a week', async () => {
      const invitation = { surveyId: 'contact_child_weekly', personId: 'K1', sentOn: today, linkHash: hashOf(link), expiresAt: hoursFromNow(48), channel: 'sms', language: 'nb' };
      const session = await as('caseworker');
      await eventually(() => send(one, '/api/feedback/invite-to-survey', invitation, session), ({ status }) => status < 300);
      const { body } = await eventually(() => survey(link), ({ body: { state } }) => state === 'open');
      expect(body.survey.questions.map(({ wording }: { wording: object }) => Object.keys(wording).sort())).toContainEqual(['en', 'nb', 'nn']);
      expect(JSON.stringify(body)).not.toMatch(/"K1"|p08|"sor"/);
      const [first, second] = [randomUUID(), randomUUID()];
      expect((await answer(link, first)).status).toBe(201);
      expect((await answer(link, first)).status).toBe(200);
      // Whoever happens to be signed in is nobody here.
      expect((await answer(link, second, { had_contact: true, met_with_respect: 6 }, session)).status).toBe(201);
      expect(await answer(link, first, { had_contact: true })).toMatchObject({ status: 409, reason: 'known-with-other-content' });
      const answered = (await all.store.readAll('', 100_000)).filter(({ type }) => type === 'SurveyAnswered');
      expect(answered.map(({ actor, data }) => [actor.id, (data as { responseId: string }).responseId])).toEqual([['link', first], ['link', second]]);
      expect(JSON.stringify(await all.store.readAll('', 100_000))).not.toContain(link);
      invitationId = (answered[0]!.data as { invitationId: string }).invitationId;
    }, 120_000);

    it('tell nothing apart when they were withdrawn, have expired or never were', async () => {
      const about = { occurredAt: '2025-02-06T23:00:00.000Z', organisation: { service: 'p08', region: 'sor' } };
      const sent = { invitationId: 'I-old', surveyId: 'contact_child_weekly', surveyVersion: 1, personId: 'K1', sentOn: '2025-02-07', channel: 'sms', language: 'nb', phase: 1 } as const;
      const events = [invitationSent(sent, about), surveyLinkIssued({ invitationId: 'I-old', linkHash: hashOf(expired), expiresAt: '2025-02-21T11:00:00.000Z' }, about)];
      const commandId = randomUUID();
      await all.store.append({ stream: 'invitation-I-old', expected: headOf([]), events, envelope: { commandId, fingerprint: 'f', correlationId: commandId, actor: { kind: 'system', id: 'specification' } } });
      expect((await send(one, '/api/feedback/revoke-invitation', { invitationId }, await as('leader'))).status).toBe(201);
      // When this is known, so is what was recorded before it.
      await eventually(() => survey(link), ({ body: { state } }) => state === 'unknown');
      const never = { told: alike(await survey(unknown)), taken: alike(await answer(unknown, randomUUID())) };
      expect(never).toMatchObject({ told: { status: 200, body: { state: 'unknown' } }, taken: { body: { reason: 'unknown-link' } } });
      for (const gone of [link, expired]) {
        expect({ told: alike(await survey(gone)), taken: alike(await answer(gone, randomUUID())) }).toEqual(never);
      }
    }, 120_000);

    it('keep their secret out of addresses: it is taken from its header only', async () => {
      const { status, body } = await ask(one, `/api/feedback/survey-by-link?link=${link}`);
      expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, ['#/link']]);
      const { paths } = (await ask(one, '/api/openapi.json')).body as { paths: Record<string, { get: { parameters: object[] } }> };
      expect(paths['/api/feedback/survey-by-link']!.get.parameters).toContainEqual(expect.objectContaining({ name: 'Survey-Link', in: 'header', required: true }));
      expect(paths['/api/feedback/evaluation-by-code']!.get.parameters).toContainEqual(expect.objectContaining({ name: 'Evaluation-Code', in: 'header', required: true }));
      expect(paths['/api/training/coverage']!.get.parameters).toContainEqual(expect.objectContaining({ name: 'programmeId', in: 'query', required: true }));
    }, 60_000);

    it('can be tried so often a minute from one address and no more, whichever replica is asked, signed in or not', async () => {
      const session = await as('leader');
      const from = newAddress();
      const guesses = Array.from({ length: 24 }, (_, index) =>
        ask(index % 2 ? one : other, '/api/feedback/survey-by-link', { 'survey-link': newSecret(), ...(index % 3 ? {} : session), ...from }),
      );
      const answers = await Promise.all(guesses);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(Number(limits.LIMIT_LINK_PER_MINUTE));
      const refused = answers.find(({ status }) => status === 429)!;
      expect([refused.reason, Number(refused.headers.get('retry-after')) > 0]).toEqual(['too-many-requests', true]);
      expect((await survey(newSecret())).status).toBe(200); // from another address
      expect((await me(session)).status).toBe(200);
    }, 60_000);
  });

  describe('the evaluation of a gathering', () => {
    const code = newSecret();
    const evaluation = (secret: string) => ask(one, '/api/feedback/evaluation-by-code', { 'evaluation-code': secret });
    const evaluate = (secret: string, id: string) => send(one, '/api/feedback/evaluate-by-code', { code: secret, scores: { learning: 8, relevance: 9 } }, {}, id);

    it('is opened by the region that gives it, answered by its code, each sheet once, and closed', async () => {
      const region = await as('regional');
      const gathering = {
        ...{ gatheringId: 'G1', programmeId: 'grunnmodellen-4-12', moduleIds: ['introduksjon'], region: 'sor', capacity: 24 },
        days: [{ date: today, from: '09:00', to: '15:00', format: 'physical', place: 'Skien' }],
      };
      expect((await send(one, '/api/training/plan-gathering', gathering, region)).status).toBe(201);
      const form = { gatheringId: 'G1', codeHash: hashOf(code), closesAt: hoursFromNow(48) };
      await eventually(() => send(one, '/api/feedback/open-gathering-evaluation', form, region), ({ status }) => status === 201);
      for (const id of ['leader', 'caseworker', 'researcher'] as const) {
        expect(await send(one, '/api/feedback/close-gathering-evaluation', { gatheringId: 'G1' }, await as(id))).toMatchObject({ status: 403, reason: 'not-permitted' });
      }
      expect((await eventually(() => evaluation(code), ({ body: { state } }) => state === 'open')).body.gathering).toEqual({ gatheringId: 'G1', startsOn: today, endsOn: today });
      const id = randomUUID();
      expect([(await evaluate(code, id)).status, (await evaluate(code, id)).status, (await evaluate(code, randomUUID())).status]).toEqual([201, 200, 201]);
      expect((await evaluation(newSecret())).body).toEqual({ state: 'unknown' });
      expect(await evaluate(newSecret(), randomUUID())).toMatchObject({ status: 422 });
      expect((await send(one, '/api/feedback/close-gathering-evaluation', { gatheringId: 'G1' }, region)).status).toBe(201);
      await eventually(() => evaluation(code), ({ body: { state } }) => state === 'closed');
      expect((await evaluate(code, randomUUID())).reason).toBeDefined();
      expect((await all.store.readAll('', 100_000)).filter(({ type }) => type === 'GatheringEvaluated')).toHaveLength(2);
    }, 120_000);
  });

  describe('requests', () => {
    it('of one address that is nobody’s are counted over all replicas', async () => {
      const from = newAddress();
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index % 2 ? one : other, '/api/sign-in', from)));
      expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(12).fill(200), ...Array<number>(8).fill(429)]);
    }, 60_000);

    it('that another site makes a browser send with our cookie are refused', async () => {
      const { cookie } = await as('administrator');
      const token = { name: 'x', grants: [{ role: 'auditor', unit: { level: 'nation' } }], expiresAt: hoursFromNow(1) };
      const foreign: Headers[] = [{ origin: 'https://evil.example' }, {}, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site', origin: one.url }, { origin: 'null' }];
      for (const headers of foreign) {
        expect(await send(one, '/api/tokens', token, { cookie, ...headers })).toMatchObject({ status: 403, reason: 'cross-site-request' });
        expect(await send(one, '/api/sign-out', {}, { cookie, ...headers })).toMatchObject({ status: 403, reason: 'cross-site-request' });
      }
      expect((await send(one, '/api/tokens', token, { cookie, origin: one.url })).status).toBe(201);
    }, 60_000);
  });

  describe('a session', () => {
    const row = async ({ cookie }: { cookie: string }) => {
      const id = /^riggen=s%3A([^.]+)\./.exec(cookie)![1]!;
      const { rows } = await database.query<{ sid: string; minutes: number }>(`select sid, extract(epoch from expire - now()::timestamp) / 60 as minutes from gateway.sessions where sid = $1`, [decodeURIComponent(id)]);
      return rows[0];
    };

    it('is known to every replica, and outlives a restart', async () => {
      const port = await freePort();
      const first = await all.startGateway(settings, port);
      const session = await as('leader', first);
      expect((await me(session, other)).body.id).toBe('demo-leader');
      await first.stop();
      const again = await all.startGateway(settings, port);
      expect((await me(session, again)).body.id).toBe('demo-leader');
      await again.stop();
    }, 120_000);

    it('ends when it has not been used for so long', async () => {
      const session = await as('leader');
      const { sid, minutes } = (await row(session))!;
      expect(Number(minutes)).toBeGreaterThan(55);
      expect(Number(minutes)).toBeLessThan(61);
      await database.query(`update gateway.sessions set expire = now()::timestamp + interval '30 minutes' where sid = $1`, [sid]);
      expect((await me(session, other)).status).toBe(200); // used, and so longer
      await eventually(() => row(session), (found) => Number(found?.minutes) > 55);
      await database.query(`update gateway.sessions set expire = now()::timestamp - interval '1 second' where sid = $1`, [sid]);
      expect(await me(session)).toMatchObject({ status: 401, reason: 'session-ended' });
    }, 60_000);

    it('ends after so many hours, however busy it is', async () => {
      const session = await as('leader');
      const { sid } = (await row(session))!;
      const signedInAt = (hours: number) => database.query(`update gateway.sessions set sess = jsonb_set(sess::jsonb, '{person,at}', to_jsonb($2::bigint))::json where sid = $1`, [sid, Date.now() - hours * 3_600_000]);
      await signedInAt(9.9);
      expect((await me(session)).status).toBe(200);
      await signedInAt(10.1);
      expect(await me(session)).toMatchObject({ status: 401, reason: 'session-ended' });
      expect(await row(session)).toBeUndefined();
    }, 60_000);

    it('ends on the server when its person signs out: the cookie is of no use any more', async () => {
      const session = await as('leader');
      expect((await send(other, '/api/sign-out', {}, { ...session, origin: other.url })).status).toBe(200);
      expect(await row(session)).toBeUndefined();
      expect(await me(session)).toMatchObject({ status: 401, reason: 'session-ended' });
    }, 60_000);
  });

  describe('an API token', () => {
    const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
    const wanted = { name: 'Fagsystem', grants: [{ role: 'researcher', unit: { level: 'nation' } }], expiresAt: hoursFromNow(24) };

    it('may what its roles may until it is revoked, and is told once', async () => {
      const administrator = await as('administrator');
      const { body: made } = await send(one, '/api/tokens', wanted, administrator);
      expect((await ask(one, '/api/rollout/organisation', bearer(made.token))).status).toBe(200);
      expect(await ask(one, '/api/rollout/staff?serviceId=p08', bearer(made.token))).toMatchObject({ status: 403, reason: 'not-permitted' });
      expect(JSON.stringify((await ask(one, '/api/tokens', administrator)).body)).not.toContain(made.token);
      expect((await ask(other, `/api/tokens/${made.id}`, { ...administrator, origin: other.url }, { method: 'DELETE' })).status).toBe(204);
      for (const gateway of [one, other]) expect(await ask(gateway, '/api/rollout/organisation', bearer(made.token))).toMatchObject({ status: 401, reason: 'token-not-valid' });
    }, 60_000);

    it('is of no use after its last day, and cannot make another', async () => {
      const administrator = await as('administrator');
      const { body: made } = await send(one, '/api/tokens', { ...wanted, grants: [{ role: 'administrator', unit: { level: 'nation' } }] }, administrator);
      expect(await send(one, '/api/tokens', wanted, bearer(made.token))).toMatchObject({ status: 403, reason: 'not-permitted' });
      await database.query(`update gateway.api_tokens set expires_at = now() - interval '1 second' where id = $1`, [made.id]);
      expect(await ask(one, '/api/me', bearer(made.token))).toMatchObject({ status: 401, reason: 'token-not-valid' });
    }, 60_000);

    it('ends with the role of who made it', async () => {
      const [administrator, maker] = [await as('administrator'), await as('researcher')];
      const role = { personId: 'demo-researcher', holdingId: 'for-a-day' };
      expect((await send(one, '/api/rollout/give-role', { ...role, role: 'administrator', unit: { level: 'nation' }, from: today }, administrator)).status).toBe(201);
      const { body: made } = await eventually(() => send(one, '/api/tokens', wanted, maker), ({ status }) => status === 201, 20_000);
      expect((await ask(one, '/api/me', bearer(made.token))).status).toBe(200);
      expect((await send(one, '/api/rollout/withdraw-role', { ...role, from: today }, administrator)).status).toBe(201);
      for (const gateway of [one, other]) await eventually(() => ask(gateway, '/api/me', bearer(made.token)), ({ status, reason }) => status === 401 && reason === 'token-not-valid', 20_000);
    }, 60_000);

    it('is made, listed and revoked by an administrator only', async () => {
      for (const id of ['national', 'regional', 'leader', 'auditor'] as const) {
        const session = await as(id);
        expect(await send(one, '/api/tokens', wanted, session)).toMatchObject({ status: 403, reason: 'not-permitted' });
        expect(await ask(one, '/api/tokens', session)).toMatchObject({ status: 403, reason: 'not-permitted' });
        expect(await ask(one, `/api/tokens/${randomUUID()}`, session, { method: 'DELETE' })).toMatchObject({ status: 403, reason: 'not-permitted' });
      }
    }, 60_000);
  });

  it('a role that is withdrawn ends at once in sessions that are under way', async () => {
    const supervisor = await as('supervisor');
    const staff = (gateway: Gateway) => ask(gateway, '/api/rollout/staff?serviceId=p08', supervisor);
    expect((await staff(one)).status).toBe(200);
    const withdrawal = { personId: 'demo-supervisor', holdingId: 'demo-supervisor', from: today };
    expect((await send(one, '/api/rollout/withdraw-role', withdrawal, await as('leader'))).status).toBe(201);
    // As soon as it is known: what a replica remembers of roles, it remembers for a second.
    for (const gateway of [one, other]) await eventually(() => staff(gateway), ({ status, reason }) => status === 403 && reason === 'not-permitted', 10_000);
    expect((await me(supervisor)).body.grants).toEqual([]);
    // Signed in, and nobody of ours: not even what is open to all roles is told.
    for (const path of ['/api/dashboards/pilot-evaluation', '/api/training/gathering-calendar?from=2026-01-01&to=2026-12-31', '/api/training/cohorts']) {
      expect(await ask(one, path, supervisor)).toMatchObject({ status: 403, reason: 'not-permitted' });
    }
  }, 60_000);

  describe('somebody with a role who wants more', () => {
    let known: Headers;
    beforeAll(async () => {
      const administrator = await as('administrator');
      for (const [serviceId, region] of [['p01', 'nord'], ['p09', 'sor']]) {
        const unit = { serviceId, name: 'Tjeneste', kind: 'municipal', municipalityNumbers: ['1806'], region };
        const { body } = await send(one, '/api/rollout/register-service-unit', unit, administrator);
        known = { 'if-fresh': body.position };
      }
    }, 60_000);

    it('cannot take another region’s service, nor hand it one: that is for who sees to both', async () => {
      const region = { ...(await as('regional')), ...known };
      const merge = (predecessors: string[]) => ({ serviceId: 'p08', predecessors: ['p08', ...predecessors], from: today });
      const refused = { status: 403, reason: 'not-permitted' };
      expect(await send(one, '/api/rollout/merge-service-units', merge(['p01']), region)).toMatchObject(refused);
      expect(await send(one, '/api/rollout/change-service-unit', { serviceId: 'p09', from: today, region: 'nord' }, region)).toMatchObject(refused);
      expect(await send(one, '/api/rollout/change-service-unit', { serviceId: 'p01', from: today, region: 'sor' }, region)).toMatchObject(refused);
      const parts = [{ serviceId: 'p08', municipalityNumbers: ['4005'] }, { serviceId: 'p01', municipalityNumbers: ['4024'] }];
      expect(await send(one, '/api/rollout/split-service-unit', { serviceId: 'p08', from: today, parts, positions: [], otherPositionsTo: 'p08' }, region)).toMatchObject(refused);
      expect((await send(one, '/api/rollout/change-service-unit', { serviceId: 'p09', from: today, name: 'Annet navn' }, region)).status).toBe(201);
    }, 60_000);

    it('cannot give oneself a role, whatever one may give others', async () => {
      const role = (personId: string, name: string, unit: object) => ({ personId, holdingId: randomUUID(), role: name, unit, from: today });
      const service = { level: 'service', service: 'p08', region: 'sor' };
      expect(await send(one, '/api/rollout/give-role', role('demo-regional', 'local_leader', service), await as('regional'))).toMatchObject({ status: 422, reason: 'role-to-oneself' });
      for (const id of ['national', 'administrator'] as const) {
        expect(await send(one, '/api/rollout/give-role', role(`demo-${id}`, 'researcher', { level: 'nation' }), await as(id))).toMatchObject({ reason: 'role-to-oneself' });
      }
      expect((await send(one, '/api/rollout/give-role', role('demo-leader', 'caseworker', service), await as('regional'))).status).toBe(201);
    }, 60_000);

    it('cannot go over to another service by correcting what is known of oneself', async () => {
      const person = { personId: 'demo-caseworker', name: 'Kim Kontakt', workEmail: 'caseworker@demo.example', language: 'nn' };
      const caseworker = await as('caseworker');
      expect(await send(one, '/api/rollout/correct-person', { ...person, serviceId: 'p09' }, { ...caseworker, ...known })).toMatchObject({ status: 403, reason: 'not-permitted' });
      expect((await send(one, '/api/rollout/correct-person', { ...person, serviceId: 'p08' }, caseworker)).status).toBe(201);
      expect(await send(one, '/api/rollout/correct-person', { ...person, serviceId: 'p09' }, await as('leader'))).toMatchObject({ status: 403, reason: 'not-permitted' });
      expect((await send(one, '/api/rollout/correct-person', { ...person, serviceId: 'p09' }, { ...(await as('regional')), ...known })).status).toBe(201);
    }, 60_000);

    it('sees and does nothing any more in a service that has gone to another region', async () => {
      const [region, administrator] = [await as('regional'), await as('administrator')];
      await all.make('rollout/register-service-unit', { serviceId: 'p10', name: 'Tjeneste', kind: 'municipal', municipalityNumbers: ['1806'], region: 'sor' });
      await all.make('rollout/make-person-known', { personId: 'M1', serviceId: 'p10', name: 'Mari Flytter', workEmail: 'm1@demo.example', language: 'nb' });
      await all.make('rollout/open-position', { positionId: 'P-M1', serviceId: 'p10', personId: 'M1', role: 'caseworker', from: '2026-01-01' });
      await all.make('rollout/start-implementation', { serviceId: 'p10', programmeId: 'grunnmodellen-4-12', startedOn: '2026-01-01' });
      const seen = async () => {
        const answers = await Promise.all(
          ['/api/rollout/staff?serviceId=p10', '/api/rollout/person?personId=M1', '/api/rollout/implementation?serviceId=p10&programmeId=grunnmodellen-4-12', '/api/training/staff-training?serviceId=p10&programmeId=grunnmodellen-4-12', '/api/training/my-training?personId=M1', '/api/supervision/groups?serviceId=p10'].map((path) => ask(one, path, region)),
        );
        return answers.map(({ status }) => status);
      };
      const people = async () => (await ask(one, '/api/rollout/people?ids=M1', region)).body.items as object[];
      const readiness = { serviceId: 'p10', programmeId: 'grunnmodellen-4-12', factorId: 'leaders', kind: 'barrier', on: today };
      await eventually(async () => [await seen(), (await people()).length].flat(), (found) => found.every((status) => status === 200 || status === 1));
      expect((await send(one, '/api/rollout/map-readiness', readiness, region)).status).not.toBe(403);
      const moved = await send(one, '/api/rollout/change-service-unit', { serviceId: 'p10', from: today, region: 'nord' }, administrator);
      expect(moved.status).toBe(201);
      await eventually(async () => [await seen(), (await people()).length].flat(), (found) => found.every((status) => status === 403 || status === 0));
      for (const [path, command] of [
        ['/api/rollout/map-readiness', readiness],
        ['/api/rollout/open-position', { positionId: 'P-M2', serviceId: 'p10', personId: 'M2', role: 'caseworker', from: today }],
        ['/api/rollout/register-caseworker', { personId: 'M3', serviceId: 'p10', targetGroup: 'child_4_12', phase: 1 }],
        ['/api/training/qualify-supervisor', { personId: 'M1', programmeId: 'grunnmodellen-4-12', earlier: true }],
        ['/api/supervision/log-session', { sessionId: 'S1', groupId: 'V', serviceId: 'p10', targetGroup: 'child_4_12', phase: 1, number: 1, heldOn: today, minutes: 60, format: 'digital', skillsPractised: true, caseDiscussed: false }],
      ] as const) {
        const there = { ...region, 'if-fresh': moved.body.position };
        expect({ path, ...(await send(one, path, command, there)) }).toMatchObject({ path, status: 403, reason: 'not-permitted' });
      }
    }, 120_000);

    it('cannot block or find out what another has sent, by its idempotency key', async () => {
      const role = (personId: string) => ({ personId, holdingId: 'x', role: 'caseworker', unit: { level: 'service', service: 'p08', region: 'sor' }, from: today });
      expect((await send(one, '/api/rollout/give-role', role('somebody'), await as('regional'), 'first')).status).toBe(201);
      expect((await send(one, '/api/rollout/give-role', role('another'), await as('leader'), 'first')).status).toBe(201);
    }, 60_000);
  });

  it('a gateway stops although connections are kept busy: each ends with the answer that is under way', async () => {
    const gateway = await all.startGateway({ LIMIT_ANONYMOUS_PER_MINUTE: '100000' });
    const agent = new Agent({ keepAlive: true });
    const answered: number[] = [];
    const askOn = () => {
      const asked = get(`${gateway.url}/api/training/gathering`, { agent }, (response) => {
        answered.push(response.statusCode!);
        response.resume().on('end', () => setTimeout(askOn, 20));
      });
      asked.on('error', () => {}); // nobody is there any more
    };
    for (let connection = 0; connection < 16; connection += 1) askOn();
    await eventually(async () => answered.length, (count) => count > 32, 30_000);
    const stopped = gateway.stop().then(() => 'stopped');
    expect(await Promise.race([stopped, sleep(10_000, 'still kept busy')])).toBe('stopped');
    agent.destroy();
    expect(new Set(answered)).toEqual(new Set([401]));
  }, 60_000);

  it('metrics are told on a port of their own where there is one, and not to whoever reaches the pages', async () => {
    const port = await freePort();
    const gateway = await all.startGateway({ METRICS_PORT: String(port) });
    expect(await ask(gateway, '/metrics')).toMatchObject({ status: 404, reason: 'not-found' });
    const own = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect([own.status, await own.text()]).toEqual([200, expect.stringContaining('riggen_commands_total')]);
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(404);
    await gateway.stop();
    const atRest = await fetch(`${one.url}/metrics`);
    expect(atRest.status).toBe(200);
  }, 60_000);
});
