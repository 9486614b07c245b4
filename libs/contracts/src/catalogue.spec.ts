import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import * as contracts from './index.js';
import { commands, eventDefinition, events, queries, subjectOf } from './index.js';

const folder = new URL('.', import.meta.url);
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.spec)\.ts$/.test(path))
  .map((path) => readFileSync(new URL(path, folder), 'utf8'))
  .join('\n');
const exported = new Map<string, unknown>(Object.entries(contracts));

/** What the sources of the contracts define by `defineCommand`, `defineQuery` or `defineEvent`. */
const defined = (kind: 'Command' | 'Query' | 'Event') =>
  [...source.matchAll(new RegExp(`export const (\\w+) = define${kind}\\(`, 'g'))].map((match) => match[1]!);

const repeated = (names: string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('the catalogue', () => {
  it.each([
    ['command', defined('Command'), commands],
    ['query', defined('Query'), queries],
    ['event', defined('Event'), events],
  ] as const)('has every %s that a service defines, and nothing else', (_, names, catalogued) => {
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names.map((name) => exported.get(name)))).toEqual(new Set<unknown>(catalogued));
    expect(catalogued).toHaveLength(names.length);
  });

  it('names each command and query once, so that each has a subject and a path of its own', () => {
    expect(repeated([...commands, ...queries].map(({ service, name }) => `${service}/${name}`))).toEqual([]);
    expect(repeated(commands.map(({ name }) => name))).toEqual([]);
    expect(repeated([...commands, ...queries].map(subjectOf))).toEqual([]);
  });

  it('has each version of an event once', () => {
    expect(repeated(events.map(({ type, schemaVersion }) => `${type}/${schemaVersion}`))).toEqual([]);
  });

  it('gives an event type to one service, with versions from one without a gap', () => {
    for (const { type, service } of events) {
      const same = events.filter((event) => event.type === type);
      expect(new Set(same.map((event) => event.service))).toEqual(new Set([service]));
      expect(same.map(({ schemaVersion }) => schemaVersion).sort()).toEqual(same.map((_, index) => index + 1));
    }
  });

  it('can make each version of an event but the first of the one before', () => {
    expect(events.filter(({ upcast }) => upcast).map(({ schemaVersion }) => schemaVersion > 1)).not.toContain(false);
    expect(events.filter(({ schemaVersion, upcast }) => schemaVersion > 1 && !upcast)).toEqual([]);
  });

  it('finds an event by type and version, and knows no other', () => {
    for (const event of events) expect(eventDefinition(event.type, event.schemaVersion)).toBe(event);
    expect(eventDefinition('CaseOpened', 99)).toBeUndefined();
    expect(eventDefinition('NoSuchEvent', 1)).toBeUndefined();
  });

  it('asks a service by a subject of its kind, service and name', () => {
    expect(subjectOf(contracts.openCase)).toBe('riggen.command.fidelity.open-case');
    expect(subjectOf(contracts.getPilotPage)).toBe('riggen.query.dashboards.pilot-evaluation');
  });

  it('keeps unsuppressed figures for the study', () => {
    expect(contracts.getPilotReport.audience).toBe('study');
    expect(contracts.getPilotPage.audience).toBe('portal');
  });
});

describe('each contract', () => {
  it.each([
    ...commands.map(({ name, schema }) => [name, schema] as const),
    ...queries.map(({ name, input }) => [`${name}, asked`, input] as const),
    ...queries.map(({ name, output }) => [`${name}, answered`, output] as const),
    ...events.map(({ type, schemaVersion, schema }) => [`${type} ${schemaVersion}`, schema] as const),
  ])('%s can be published as JSON Schema of an object', (_, schema) => {
    const published = z.toJSONSchema(schema, { unrepresentable: 'any' });
    expect(published).toMatchObject({ type: 'object', properties: expect.any(Object) });
    expect(JSON.parse(JSON.stringify(published))).toMatchObject({ type: 'object' });
  });

  it.each([...commands, ...queries].map((definition) => [definition.name, definition.summary]))('%s tells what it is for', (name, summary) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(summary).toMatch(/^\p{Lu}.{10,}[^.]$/u);
  });

  it.each(events.map((definition) => [definition.type, definition.summary]))('%s tells what happened', (type, summary) => {
    expect(type).toMatch(/^([A-Z][a-z]+)+$/);
    expect(summary).toMatch(/^\p{Lu}.{10,}[^.]$/u);
  });
});

describe('making an event', () => {
  const about = { occurredAt: '2022-04-01T10:00:00.000Z' };
  const data = { sessionId: 'SV001', personId: 'K001', status: 'attended' as const };

  it('carries type, version, time, organisation and data', () => {
    expect(contracts.sessionAttendanceRecorded(data, { ...about, organisation: { service: 'p08', region: 'vest' } })).toEqual({
      type: 'SessionAttendanceRecorded',
      schemaVersion: 1,
      ...about,
      organisation: { service: 'p08', region: 'vest' },
      data,
    });
  });

  it('belongs to no organisation unless one is given', () => {
    expect(contracts.sessionAttendanceRecorded(data, about).organisation).toEqual({});
  });
});
