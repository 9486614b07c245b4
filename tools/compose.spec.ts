import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import pg from 'pg';
import { parse } from 'yaml';
import { cacheDirectory } from '../services/riggen/src/embedded/cache.js';
import { natsProgram } from '../services/riggen/src/embedded/nats-program.js';

interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile?: string; readonly args?: Record<string, string> };
  readonly ports?: readonly string[];
  readonly environment?: Record<string, string>;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly security_opt?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly volumes?: readonly string[];
}

const root = process.cwd();
const servers = ['grafana', 'kurrentdb', 'nats', 'postgres'];
const notContainers = ['portal', 'riggen'];
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, ComposeService>; volumes: Record<string, object> };
const containers = Object.entries(compose.services);
const serviceDirectories = readdirSync(join(root, 'services')).filter((name) => !notContainers.includes(name));

/** The schema as published, less two keywords as ajv does not know them: `id`, and the address of the draft it is written in. */
function composeSchema(): object {
  const published = readFileSync(join(root, 'infra', 'compose', 'compose-spec.schema.json'), 'utf8');
  return JSON.parse(published, function (this: Record<string, unknown>, key, value: unknown) {
    return ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value;
  }) as object;
}

describe('docker-compose.yml', () => {
  it("keeps to the Compose specification's schema", () => {
    const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(composeSchema());
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is refused by that schema when it is wrong', () => {
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(composeSchema());
    expect(validate({ services: { rollout: { imagge: 'riggen/rollout' } } })).toBe(false);
  });

  it('has one container for each service, and the servers', () => {
    expect(Object.keys(compose.services).sort()).toEqual([...serviceDirectories, ...servers].sort());
  });

  it.each(serviceDirectories)('builds the image of %s from its own directory', (name) => {
    const service = compose.services[name];
    expect(service?.image).toBe(`riggen/${name}`);
    expect(service?.build).toEqual({ context: '.', dockerfile: 'infra/docker/Dockerfile', args: { SERVICE: name } });
    expect(existsSync(join(root, 'services', name, 'src', 'main.ts'))).toBe(true);
    const keys = ['PERSON_KEYS_DATABASE_URL', 'PERSON_KEYS_MASTER_KEY', 'READINGS_KEPT_DAYS', 'RETENTION_STAFF_YEARS'];
    const ownOf: Record<string, string[]> = {
      gateway: ['HOST', 'METRICS_PORT', 'PUBLIC_URL', 'RIGGEN_SECRET', 'TRUSTED_PROXIES'],
      dashboards: [...keys, 'GRAFANA_DATABASE_PASSWORD'],
    };
    const own = ownOf[name] ?? keys;
    const environment = ['CALLER_KEY', 'DATABASE_URL', 'EVENT_STORE', 'KURRENTDB_URL', ...own, 'NATS_TOKEN', 'NATS_URL', 'PORT'].sort();
    expect(Object.keys(service?.environment ?? {}).sort()).toEqual(environment);
  });

  it.each(containers)('gives %s no more rights than it needs', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(service.user).toMatch(/^(postgres|1000:1000|1001:1001|472:0)$/);
  });

  it.each(containers)('knows when %s is healthy', (_name, service) => {
    expect(service.healthcheck).toBeDefined();
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(Object.keys(compose.services)).toContain(needed);
      expect(condition).toBe('service_healthy');
    }
  });

  it('keeps events in PostgreSQL, and has a KurrentDB inside only for those who ask for it', () => {
    expect(compose.services['kurrentdb']).toMatchObject({ profiles: ['kurrentdb'], networks: ['inside'] });
    for (const name of serviceDirectories) {
      expect(compose.services[name]?.environment).toMatchObject({ EVENT_STORE: '${EVENT_STORE:-postgres}' });
      expect(compose.services[name]?.depends_on).not.toHaveProperty('kurrentdb');
    }
  });

  it('publishes the port of the gateway only, and of Grafana to this machine', () => {
    const published = Object.fromEntries(containers.filter(([, { ports }]) => ports).map(([name, { ports }]) => [name, ports]));
    expect(published).toEqual({ gateway: ['${RIGGEN_ADDRESS:-127.0.0.1}:${RIGGEN_PORT:-3000}:3000'], grafana: ['127.0.0.1:${GRAFANA_PORT:-3001}:3000'] });
  });

  it('holds no secret: each comes from the environment, must be set, and is told in .env.example', () => {
    const used = [...text.matchAll(/\$\{(\w+)([^}]*)\}/g)].map(([, name, rest]) => ({ name: name as string, rest: rest as string }));
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    for (const { name, rest } of used) {
      expect(example).toMatch(new RegExp(`^${name}=`, 'm'));
      // A variable of a profile may be missing for those who do not use it.
      if (/PASSWORD|TOKEN|MASTER_KEY|SECRET/.test(name) && !name.startsWith('GRAFANA_')) expect(rest).toMatch(/^:\?/);
    }
    expect(text).not.toMatch(/(PASSWORD|TOKEN|MASTER_KEY|SECRET): (?!\$\{|riggen-\$\{)/);
    expect(example).not.toMatch(/^(POSTGRES_PASSWORD|NATS_TOKEN|CALLER_KEY|RIGGEN_SECRET|PERSON_KEYS_MASTER_KEY)=./m);
  });

  it('mounts only what exists', () => {
    const sources = containers.flatMap(([, { volumes }]) => (volumes ?? []).map((volume) => volume.split(':')[0] as string));
    const files = sources.filter((source) => source.startsWith('./'));
    const named = sources.filter((source) => !source.startsWith('./'));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});

describe('the Dockerfiles', () => {
  it.each([
    ['infra/docker/Dockerfile', '.'],
    ['infra/nats/Dockerfile', 'infra/nats'],
  ])('%s copies only what is in its context', (dockerfile, context) => {
    const copies = [...readFileSync(join(root, dockerfile), 'utf8').matchAll(/^COPY (?!--from)(.+)$/gm)];
    const sources = copies.flatMap(([, paths]) => (paths as string).split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !existsSync(join(root, context, source)))).toEqual([]);
  });
});

describe('the configuration of the servers', () => {
  let nats: string;

  beforeAll(async () => {
    nats = await natsProgram({ cache: cacheDirectory(tmpdir()), say: () => undefined });
  });

  it('is understood by NATS', () => {
    const directory = mkdtempSync(join(tmpdir(), 'riggen-nats-conf-'));
    const environment = { ...process.env, NATS_TOKEN: 'riggen-123e4' };
    const check = spawnSync(nats, ['--config', join(root, 'infra/nats/nats.conf'), '-t'], { encoding: 'utf8', env: environment, cwd: directory });
    rmSync(directory, { recursive: true, force: true });
    expect(check.stderr).toContain('is valid');
    expect(check.status).toBe(0);
  });

  it('names only settings of PostgreSQL 18, with values that it takes', async () => {
    const lines = readFileSync(join(root, 'infra/postgres/postgresql.conf'), 'utf8').split('\n');
    const settings = lines.flatMap((line) => /^(\w+) = '?([^']*)'?$/.exec(line)?.slice(1) ?? []);
    const client = new pg.Client({ connectionString: process.env['RIGGEN_TEST_DATABASE_URL'] });
    await client.connect();
    try {
      for (let index = 0; index < settings.length; index += 2) {
        const [name, value] = settings.slice(index, index + 2) as [string, string];
        // Each is checked as a file's would be, and nothing of it stays: the server's own file is put back as it was.
        await client.query(`alter system set ${client.escapeIdentifier(name)} = ${client.escapeLiteral(value)}`);
        await client.query(`alter system reset ${client.escapeIdentifier(name)}`);
      }
    } finally {
      await client.end();
    }
    expect(settings.length / 2).toBe(lines.filter((line) => /^\w/.test(line)).length);
  });
});
