import { matrixRow } from '@riggen/access';
import type { OpenAPIObject } from '@nestjs/swagger';
import { commandReply, commands, getCalendarFeed, me, pageOf, problem, queries, type ServiceName, signInProvider } from '@riggen/contracts';
import { z } from 'zod';
import { secretHeaders } from '../api/request-context.js';
import { apiToken, newToken } from '../tokens/api-tokens.js';

const json = (schema: z.ZodType, io: 'input' | 'output' = 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};
const content = (schema: z.ZodType, io?: 'input' | 'output') => ({ 'application/json': { schema: json(schema, io) } });
const problems = {
  description: 'RFC 9457 problem details',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const header = (name: string, description: string, required: boolean, schema: object = { type: 'string' }) => ({
  ...{ name, in: 'header', description, required, schema },
});
const acceptLanguage = header('Accept-Language', 'The language of texts: nb, nn or en', false);

const answer = (description: string, schema: z.ZodType) => ({ responses: { 200: { description, content: content(schema) }, default: problems } });
const open = { security: [] };
/** What comes by a link, a secret address or a code needs no sign-in. */
const securityOf = (asked: { service: ServiceName; name: string }) => (matrixRow(asked)?.link ? open : {});

/** The fields of a query as parameters: in its search, and a secret in its header. */
function parametersOf({ service, name }: { service: ServiceName; name: string }, input: z.ZodType): object[] {
  const secret = secretHeaders[`${service}/${name}`];
  const { properties = {}, required = [] } = json(input, 'input') as { properties?: Record<string, { description?: string }>; required?: string[] };
  return Object.entries(properties).map(([field, schema]) => {
    if (secret?.field === field) return header(secret.header, secret.about, true, schema);
    return { name: field, in: 'query', required: required.includes(field), schema, ...(schema.description && { description: schema.description }) };
  });
}

/** What the gateway answers itself. */
const ownPaths = {
  '/api/me': { get: { operationId: 'me', tags: ['sign-in'], summary: 'Who is signed in, and what they may do', ...answer('Who asks', me) } },
  '/api/sign-in': {
    get: { operationId: 'sign-in', tags: ['sign-in'], summary: 'The ways to sign in', ...open, ...answer('The ways', z.array(signInProvider)) },
  },
  '/api/sign-out': {
    post: {
      ...{ operationId: 'sign-out', tags: ['sign-in'], summary: 'End the session; the answer says where the provider signs out', ...open },
      ...answer('Signed out', z.object({ address: z.string() })),
    },
  },
  '/api/calendar/{token}.ics': {
    get: {
      ...{ operationId: 'calendar', tags: ['training'], summary: getCalendarFeed.summary, ...open },
      parameters: [{ name: 'token', in: 'path', required: true, schema: { type: 'string' } }],
      responses: { 200: { description: 'The calendar', content: { 'text/calendar': { schema: { type: 'string' } } } }, default: problems },
    },
  },
  '/api/tokens': {
    get: {
      ...{ operationId: 'tokens.list', tags: ['tokens'], summary: 'The API tokens, the newest first; for administrators' },
      parameters: ['page', 'size'].map((name) => ({ name, in: 'query', required: false, schema: { type: 'integer', minimum: 1 } })),
      ...answer('A page', pageOf(apiToken)),
    },
    post: {
      ...{ operationId: 'tokens.make', tags: ['tokens'], summary: 'Make an API token, which is told this once; for administrators' },
      requestBody: { required: true, content: content(newToken, 'input') },
      responses: { 201: { description: 'Made', content: content(z.object({ id: z.string(), token: z.string() })) }, default: problems },
    },
  },
  '/api/tokens/{id}': {
    delete: {
      ...{ operationId: 'tokens.revoke', tags: ['tokens'], summary: 'Revoke an API token; for administrators' },
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      responses: { 204: { description: 'Revoked' }, default: problems },
    },
  },
};

/** The OpenAPI 3.1 document, built from the contracts. */
export function openApiDocument(): OpenAPIObject {
  const paths: Record<string, object> = {};
  for (const { service, name, summary, schema } of commands) {
    paths[`/api/${service}/${name}`] = {
      post: {
        ...{ operationId: `${service}.${name}`, tags: [service], summary, ...securityOf({ service, name }) },
        parameters: [
          header('Idempotency-Key', 'The id of the command; sent again it has no second effect', true, { type: 'string', maxLength: 200 }),
          header('If-Fresh', 'A position whose events the command refers to', false),
          acceptLanguage,
        ],
        requestBody: { required: true, content: content(schema, 'input') },
        responses: {
          200: { description: 'It was so already', content: content(commandReply) },
          201: { description: 'Recorded', content: content(commandReply) },
          default: problems,
        },
      },
    };
  }
  for (const { service, name, summary, input, output } of queries.filter(({ audience }) => audience === 'portal')) {
    paths[`/api/${service}/${name}`] = {
      get: {
        ...{ operationId: `${service}.${name}`, tags: [service], summary, ...securityOf({ service, name }) },
        parameters: [...parametersOf({ service, name }, input), header('If-Fresh', 'A position that the answer must include', false), acceptLanguage],
        responses: { 200: { description: 'The answer', content: content(output) }, default: problems },
      },
    };
  }
  Object.assign(paths, ownPaths);
  return {
    openapi: '3.1.0',
    info: { title: 'Riggen', version: '1', description: 'Commands and queries of the rollout of better child welfare practice' },
    paths,
    security: [{ session: [] }, { token: [] }],
    components: {
      schemas: { Problem: json(problem) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'riggen', description: 'The session of a person; __Host-riggen with https' },
        token: { type: 'http', scheme: 'bearer', description: 'The API token of a program' },
      },
    },
  } as OpenAPIObject;
}
