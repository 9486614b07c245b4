import { Controller, Inject, type Type } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type CommandReply, commandRequest, subjectOf } from '@riggen/contracts';
import { ServiceHost } from '../service-host.js';
import type { CommandSlice } from './command-slice.js';

/** Makes the Nest controller that answers a slice's command on its NATS subject, for callers whose token is valid. */
export function commandController(slice: CommandSlice): Type {
  @Controller()
  class CommandController {
    constructor(@Inject(ServiceHost) private readonly host: ServiceHost) {}

    @MessagePattern(subjectOf(slice.definition))
    handle(@Payload() payload: unknown): Promise<CommandReply> {
      return this.host.fromSigned(commandRequest.parse(payload), (request) => this.host.command(slice, request));
    }
  }
  return CommandController;
}
