import type { OpenAPIObject } from '@nestjs/swagger';
import { commandReply, commands, problem, queries } from '@riggen/contracts';
import { z } from 'zod';

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

/** The OpenAPI 3.1 document, built from the contracts. */
export function openApiDocument(): OpenAPIObject {
  const paths: Record<string, object> = {};
  for (const { service, name, summary, schema } of commands) {
    paths[`/api/${service}/${name}`] = {
      post: {
        ...{ operationId: `${service}.${name}`, tags: [service], summary },
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
  for (const { service, name, summary, output } of queries.filter(({ audience }) => audience === 'portal')) {
    paths[`/api/${service}/${name}`] = {
      get: {
        ...{ operationId: `${service}.${name}`, tags: [service], summary },
        parameters: [header('If-Fresh', 'A position that the answer must include', false), acceptLanguage],
        responses: { 200: { description: 'The answer', content: content(output) }, default: problems },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Riggen', version: '1', description: 'Commands and queries of the rollout of better child welfare practice' },
    paths,
    components: { schemas: { Problem: json(problem) } },
  } as OpenAPIObject;
}
