import { Controller, Inject, type Type } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type QueryDefinition, type QueryReply, queryRequest, subjectOf } from '@riggen/contracts';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { ServiceHost } from '../service-host.js';

/** One thing that a service can be asked to tell, from the tables of the projections that it names. */
export interface QuerySlice<Definition extends QueryDefinition = QueryDefinition> {
  definition: Definition;
  projections: string[];
  answer(input: z.infer<Definition['input']>, tables: EntityManager): Promise<z.infer<Definition['output']>>;
}

/** Makes the Nest controller that answers a query on its NATS subject. */
export function queryController<Definition extends QueryDefinition>(slice: QuerySlice<Definition>): Type {
  @Controller()
  class QueryController {
    constructor(@Inject(ServiceHost) private readonly host: ServiceHost) {}

    @MessagePattern(subjectOf(slice.definition))
    handle(@Payload() payload: unknown): Promise<QueryReply> {
      return this.host.query(slice, queryRequest.parse(payload));
    }
  }
  return QueryController;
}
