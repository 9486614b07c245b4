import { Controller, Inject, type Type } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type QueryReply, queryRequest, subjectOf } from '@riggen/contracts';
import { ServiceHost } from '../service-host.js';
import type { QuerySlice } from './query-slice.js';

/** Makes the Nest controller that answers a query on its NATS subject, for callers whose token is valid. */
export function queryController(slice: QuerySlice): Type {
  @Controller()
  class QueryController {
    constructor(@Inject(ServiceHost) private readonly host: ServiceHost) {}

    @MessagePattern(subjectOf(slice.definition))
    handle(@Payload() payload: unknown): Promise<QueryReply> {
      return this.host.fromSigned(queryRequest.parse(payload), (request) => this.host.query(slice, request));
    }
  }
  return QueryController;
}
