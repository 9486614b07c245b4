import { describe, expect, it } from '@jest/globals';
import { derivedKey, gatewaySettings } from './settings.js';

const RIGGEN_SECRET = 'a secret of at least thirty-two characters';
const settings = (env: NodeJS.ProcessEnv) => gatewaySettings(3000, { RIGGEN_SECRET, ...env });
const issuer = { SIGN_IN_PROVIDERS: 'entra-id', SIGN_IN_ENTRA_ID_ISSUER: 'https://login.example', SIGN_IN_ENTRA_ID_CLIENT_ID: 'riggen' };

describe('the settings of the gateway', () => {
  it('need a secret that is long enough, and never tell it', () => {
    expect(() => gatewaySettings(3000, {})).toThrow(/RIGGEN_SECRET/);
    expect(() => settings({ RIGGEN_SECRET: 'short and known' })).toThrow(/^((?!short and known).)*RIGGEN_SECRET((?!short and known).)*$/);
  });

  it('refuse the people of the demo, and an open address, in production', () => {
    expect(settings({ DEMO_PEOPLE: 'yes' }).demoPeople).toBe(true);
    expect(() => settings({ DEMO_PEOPLE: 'yes', NODE_ENV: 'production' })).toThrow(/refused with NODE_ENV=production/);
    expect(() => settings({ PUBLIC_URL: 'http://riggen.example', NODE_ENV: 'production' })).toThrow(/https/);
    expect(settings({ PUBLIC_URL: 'https://riggen.example', NODE_ENV: 'production' }).demoPeople).toBe(false);
  });

  it('tell metrics to whoever reaches the gateway only outside production, and where they have no port of their own', () => {
    expect(settings({}).metrics).toEqual({ onOwnPort: undefined, isPublic: true });
    expect(settings({ METRICS_PORT: '9464' }).metrics).toEqual({ onOwnPort: 9464, isPublic: false });
    expect(settings({ NODE_ENV: 'production', PUBLIC_URL: 'https://riggen.example' }).metrics).toEqual({ onOwnPort: undefined, isPublic: false });
    expect(() => settings({ METRICS_PORT: 'yes' })).toThrow('METRICS_PORT');
  });

  it('read each provider by its name, with one way for it to know us', () => {
    expect(() => settings(issuer)).toThrow('Set either SIGN_IN_ENTRA_ID_CLIENT_SECRET or SIGN_IN_ENTRA_ID_PRIVATE_KEY.');
    const both = { SIGN_IN_ENTRA_ID_CLIENT_SECRET: 'x', SIGN_IN_ENTRA_ID_PRIVATE_KEY: '{}' };
    expect(() => settings({ ...issuer, ...both })).toThrow('Set either');
    expect(() => settings({ ...issuer, SIGN_IN_ENTRA_ID_ISSUER: '' })).toThrow('SIGN_IN_ENTRA_ID_ISSUER');
    expect(() => settings({ ...issuer, SIGN_IN_PROVIDERS: 'Entra ID' })).toThrow('SIGN_IN_PROVIDERS');
    expect(settings({ ...issuer, SIGN_IN_ENTRA_ID_CLIENT_SECRET: 'x' }).providers).toMatchObject([{ id: 'entra-id', clientSecret: 'x', demo: false }]);
  });

  it('make another key for each purpose of the same secret', () => {
    const keys = ['session cookie', 'identity', 'addresses'].map((purpose) => derivedKey(RIGGEN_SECRET, purpose).toString('hex'));
    expect(new Set(keys).size).toBe(keys.length);
    expect(derivedKey(RIGGEN_SECRET, 'identity').toString('hex')).toBe(keys[1]);
  });
});
