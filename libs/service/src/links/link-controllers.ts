import { Controller, Inject, type Type } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  type CommandDefinition,
  type CommandReply,
  commandRequest,
  type Language,
  type Problem,
  problemOf,
  problemOfInput,
  type QueryDefinition,
  type QueryReply,
  queryRequest,
  subjectOf,
} from '@riggen/contracts';
import { isRefusal, type Refusal } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { type Lookups, lookupsIn } from '../copies/copies.js';
import { commandsTotal } from '../observability/metrics.js';
import { ServiceHost } from '../service-host.js';

type Refused = { outcome: 'refused'; problem: Problem };
const refused = (refusal: Refusal | 'internal', language: Language): Refused => ({
  outcome: 'refused',
  problem: problemOf(refusal === 'internal' ? { reason: 'internal', params: {} } : refusal, language),
});

/**
 * Makes the controller of a question that is asked by a secret, by whoever has it: answered from what the service has copied, since
 * there is no caller whose rows could be shown. The answer must hold nothing of a person or a service; of a failure nothing is told.
 */
export function linkQueryController<Definition extends QueryDefinition>(
  definition: Definition,
  answer: (input: z.infer<Definition['input']>, lookups: Lookups) => Promise<z.infer<Definition['output']>>,
): Type {
  @Controller()
  class LinkQueryController {
    constructor(@Inject(ServiceHost) private readonly host: ServiceHost) {}

    @MessagePattern(subjectOf(definition))
    handle(@Payload() payload: unknown): Promise<QueryReply> {
      return this.host.fromSigned(queryRequest.parse(payload), async ({ input, language }): Promise<QueryReply> => {
        const wrongInput = problemOfInput(definition.input, input, language);
        if (wrongInput) return { outcome: 'refused', problem: wrongInput };
        try {
          const asked = definition.input.parse(input) as z.infer<Definition['input']>;
          return { outcome: 'answered', output: await answer(asked, lookupsIn(this.host.tables.manager)) };
        } catch {
          return refused('internal', language);
        }
      });
    }
  }
  return LinkQueryController;
}

/**
 * Makes the controller of an anonymous command: `take` gets the content and the id that it was sent with, and says whether it is new or
 * why it is refused. It is no event, and nothing of the request is kept or logged, not even when it fails.
 */
export function anonymousCommandController<Definition extends CommandDefinition>(
  definition: Definition,
  take: (command: z.infer<Definition['schema']>, given: { id: string; lookups: Lookups; now: string }) => Promise<'taken' | 'known' | Refusal>,
): Type {
  @Controller()
  class AnonymousCommandController {
    constructor(@Inject(ServiceHost) private readonly host: ServiceHost) {}

    @MessagePattern(subjectOf(definition))
    async handle(@Payload() payload: unknown): Promise<CommandReply> {
      const reply = await this.host.fromSigned(commandRequest.parse(payload), async ({ commandId, language, command }): Promise<CommandReply> => {
        const wrongInput = problemOfInput(definition.schema, command, language);
        if (wrongInput) return { outcome: 'refused', problem: wrongInput };
        try {
          const content = definition.schema.parse(command) as z.infer<Definition['schema']>;
          const result = await take(content, { id: commandId, lookups: lookupsIn(this.host.tables.manager), now: new Date().toISOString() });
          if (isRefusal(result)) return refused(result, language);
          return result === 'known' ? { outcome: 'unchanged' } : { outcome: 'accepted', position: '' };
        } catch {
          return refused('internal', language);
        }
      });
      commandsTotal.inc({ service: definition.service, name: definition.name, outcome: reply.outcome });
      return reply;
    }
  }
  return AnonymousCommandController;
}
