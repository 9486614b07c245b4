import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeCalendarFeed, type CommandDefinition, openCalendarFeed } from '@riggen/contracts';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eventually } from '../../../../tools/jest/servers.js';
import { withSystem } from '../commands/system.js';
import { RunningSystem } from './running-system.fixture.js';

describe('what is reached without signing in', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'none', LOG_LEVEL: 'trace' });
  const get = async (path: string) => {
    const response = await fetch(`http://localhost:${system.port}${path}`);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const send = (definition: CommandDefinition, command: object) => {
    process.env['RIGGEN_HOME'] = system.home;
    return withSystem(({ services, caller }) =>
      services.command(definition, { commandId: randomUUID(), correlationId: randomUUID(), language: 'en', caller, command }),
    );
  };
  /** The answer without the id that is new in each. */
  const problemAt = async (path: string) => {
    const { status, type, text } = await get(path);
    return { status, type, problem: { ...(JSON.parse(text) as object), correlationId: undefined } };
  };

  beforeAll(() => system.start(), 180_000);
  afterAll(() => system.remove());

  it('is a calendar under its secret address, until it is closed, and the address is in no log', async () => {
    const token = randomBytes(24).toString('base64url');
    const path = `/api/calendar/${token}.ics`;
    const unknown = await problemAt(path);
    expect(unknown).toMatchObject({ status: 404, type: expect.stringContaining('application/problem+json'), problem: { reason: 'not-found' } });
    const personId = randomUUID();
    expect(await send(openCalendarFeed, { personId, tokenHash: createHash('sha256').update(token).digest('hex') })).toMatchObject({ outcome: 'accepted' });
    const opened = await eventually(() => get(path), ({ status }) => status === 200, 60_000);
    expect(opened.type).toBe('text/calendar; charset=utf-8');
    expect(opened.text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\s*$/);
    expect(await send(closeCalendarFeed, { personId })).toMatchObject({ outcome: 'accepted' });
    await eventually(() => get(path), ({ status }) => status === 404, 60_000);
    // Whoever guesses learns nothing: never open, closed and impossible addresses are answered alike.
    for (const other of [path, `/api/calendar/${randomBytes(24).toString('base64url')}.ics`, '/api/calendar/x.ics', '/api/calendar/x']) {
      expect(await problemAt(other)).toEqual(unknown);
    }
    expect((await get(`/api/training/calendar-feed?token=${token}`)).status).not.toBe(200);
    expect(system.output.length).toBeGreaterThan(1_000);
    expect(system.output).not.toContain(token);
  }, 180_000);

  it('is whether a certificate holds, by its code', async () => {
    const { status, text } = await get('/api/training/verify-certificate?code=NO-SUCH-CODE');
    expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ state: 'unknown' })]);
    expect((await get('/api/training/trainers')).status).toBe(401);
  }, 60_000);

  it('is named so in the OpenAPI document', async () => {
    const { paths } = JSON.parse((await get('/api/openapi.json')).text) as { paths: Record<string, { get?: { security?: [] } }> };
    expect(paths['/api/calendar/{token}.ics']?.get?.security).toEqual([]);
    expect(paths['/api/training/verify-certificate']?.get?.security).toEqual([]);
    expect(paths['/api/training/trainers']?.get).toMatchObject({ operationId: 'training.trainers' });
    expect(paths['/api/training/trainers']?.get?.security).toBeUndefined();
  }, 60_000);
});
