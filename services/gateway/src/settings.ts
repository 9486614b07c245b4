import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

const wholeNumber = (least: number) => z.coerce.number().int().min(least);

const environment = z.object({
  NODE_ENV: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  RIGGEN_SECRET: z.string().min(32, 'must have at least 32 characters'),
  DEMO_PEOPLE: z.enum(['yes', 'no']).default('no'),
  SIGN_IN_PROVIDERS: z.string().default(''),
  TRUSTED_PROXIES: z.string().optional(),
  SESSION_IDLE_MINUTES: wholeNumber(1).default(60),
  SESSION_HOURS: wholeNumber(1).default(10),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  LIMIT_SIGN_IN_PER_MINUTE: wholeNumber(1).default(120),
  LIMIT_LINK_PER_MINUTE: wholeNumber(1).default(300),
  LIMIT_ANONYMOUS_PER_MINUTE: wholeNumber(1).default(1_200),
  LIMIT_CALLER_PER_MINUTE: wholeNumber(1).default(6_000),
});

const provider = z.object({
  NAME: z.string().min(1).optional(),
  ISSUER: z.url(),
  CLIENT_ID: z.string().min(1),
  CLIENT_SECRET: z.string().min(1).optional(),
  PRIVATE_KEY: z.string().min(1).optional(),
  SCOPE: z.string().default('openid profile email'),
  ACR_VALUES: z.string().optional(),
});

/** How one identity provider is reached. All providers are reached the same way. */
export interface ProviderSettings {
  id: string;
  name: string;
  issuer: URL;
  clientId: string;
  /** A shared secret, or a private key as JWK; one of them. */
  clientSecret?: string;
  privateKey?: string;
  scope: string;
  acrValues?: string;
  demo: boolean;
}

/** What the gateway needs to know beside where its servers are. */
export interface GatewaySettings {
  /** The address that people use; sign-in returns to it. */
  publicUrl: URL;
  secret: string;
  providers: ProviderSettings[];
  demoPeople: boolean;
  trustedProxies: string | undefined;
  session: { idleMinutes: number; hours: number };
  /** Who is counted by itself: signing in, and coming by a link, by address; the others by person, token or address. */
  limits: { signIn: number; link: number; anonymous: number; caller: number };
  /** Where metrics are told: to whoever reaches the gateway, or on a port of their own, or nowhere. */
  metrics: { onOwnPort: number | undefined; isPublic: boolean };
}

/** Reads the gateway's settings from the environment; throws with the names of what is missing or wrong, never with a value. */
export function gatewaySettings(port: number, env: NodeJS.ProcessEnv = process.env): GatewaySettings {
  const read = parsed(environment, env, '');
  const publicUrl = new URL(read.PUBLIC_URL ?? `http://localhost:${port}`);
  const isProduction = read.NODE_ENV === 'production';
  const demoPeople = read.DEMO_PEOPLE === 'yes';
  if (demoPeople && isProduction) throw new Error('DEMO_PEOPLE=yes is refused with NODE_ENV=production: anybody could sign in as anybody.');
  const isPrivate = publicUrl.protocol === 'https:' || publicUrl.hostname === 'localhost';
  if (isProduction && !isPrivate) throw new Error('PUBLIC_URL must begin with https:// with NODE_ENV=production.');
  const ids = read.SIGN_IN_PROVIDERS.split(',').map((id) => id.trim()).filter(Boolean);
  return {
    publicUrl,
    secret: read.RIGGEN_SECRET,
    providers: ids.map((id) => providerSettings(id, env)),
    demoPeople,
    trustedProxies: read.TRUSTED_PROXIES,
    session: { idleMinutes: read.SESSION_IDLE_MINUTES, hours: read.SESSION_HOURS },
    metrics: { onOwnPort: read.METRICS_PORT, isPublic: !isProduction && read.METRICS_PORT === undefined },
    limits: { signIn: read.LIMIT_SIGN_IN_PER_MINUTE, link: read.LIMIT_LINK_PER_MINUTE, anonymous: read.LIMIT_ANONYMOUS_PER_MINUTE, caller: read.LIMIT_CALLER_PER_MINUTE },
  };
}

/** A key for one purpose, made of the one secret, so that no two purposes share a key. */
export const derivedKey = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));

function providerSettings(id: string, env: NodeJS.ProcessEnv): ProviderSettings {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new Error('SIGN_IN_PROVIDERS must be names of lower-case letters, digits and hyphens, separated by commas.');
  const prefix = `SIGN_IN_${id.toUpperCase().replaceAll('-', '_')}_`;
  const own = Object.entries(env).flatMap(([name, value]) => (name.startsWith(prefix) && value ? [[name.slice(prefix.length), value]] : []));
  const read = parsed(provider, Object.fromEntries(own), prefix);
  if (Boolean(read.CLIENT_SECRET) === Boolean(read.PRIVATE_KEY)) throw new Error(`Set either ${prefix}CLIENT_SECRET or ${prefix}PRIVATE_KEY.`);
  return {
    id,
    name: read.NAME ?? id,
    issuer: new URL(read.ISSUER),
    clientId: read.CLIENT_ID,
    ...(read.CLIENT_SECRET && { clientSecret: read.CLIENT_SECRET }),
    ...(read.PRIVATE_KEY && { privateKey: read.PRIVATE_KEY }),
    scope: read.SCOPE,
    ...(read.ACR_VALUES && { acrValues: read.ACR_VALUES }),
    demo: false,
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, values: object, prefix: string): z.infer<Schema> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${prefix}${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`The environment is not complete. ${wrong}`);
}
