import {
  subjectOf,
  type CommandDefinition,
  type CommandReply,
  type CommandRequest,
  type Language,
  problemOf,
  type QueryDefinition,
  type QueryReply,
  type QueryRequest,
  type ServiceName,
} from '@riggen/contracts';
import { type ClientProxy, ClientProxyFactory, Transport } from '@nestjs/microservices';
import { firstValueFrom, timeout } from 'rxjs';
import { natsOptions, type NatsAddress } from './connection.js';

/** Sends commands and queries to the services over NATS. A service that does not answer in time gives a 503 problem. */
export class ServiceClient {
  private readonly proxy: ClientProxy;

  constructor(
    address: NatsAddress,
    name: string,
    private readonly patience = 10_000,
  ) {
    this.proxy = ClientProxyFactory.create({ transport: Transport.NATS, options: natsOptions(address, name) });
  }

  connect(): Promise<unknown> {
    return this.proxy.connect();
  }

  async close(): Promise<void> {
    await this.proxy.close();
  }

  /** Sends a command for the signed caller; sending it again with the same `commandId` is safe. */
  command(definition: CommandDefinition, request: CommandRequest): Promise<CommandReply> {
    return this.send<CommandReply>(subjectOf(definition), request, (problem) => ({ outcome: 'refused', problem }), definition.service);
  }

  query(definition: QueryDefinition, request: QueryRequest): Promise<QueryReply> {
    return this.send<QueryReply>(subjectOf(definition), request, (problem) => ({ outcome: 'refused', problem }), definition.service);
  }

  /** What a service says of its own state, or undefined when it does not answer. */
  async health(service: ServiceName): Promise<ServiceHealth | undefined> {
    const answer = this.proxy.send<ServiceHealth>(healthSubject(service), {}).pipe(timeout(2_000));
    return firstValueFrom(answer).catch(() => undefined);
  }

  private async send<Reply>(
    subject: string,
    request: { language: Language; correlationId: string },
    refused: (problem: ReturnType<typeof problemOf>) => Reply,
    service: string,
  ): Promise<Reply> {
    try {
      return await firstValueFrom(this.proxy.send<Reply>(subject, request).pipe(timeout(this.patience)));
    } catch (error) {
      // A service that answers with an error is there; what it could not read is a fault of the caller's program.
      const reason = isAnswer(error) ? 'internal' : 'service-unavailable';
      return refused(problemOf({ reason, params: { service } }, request.language, request.correlationId));
    }
  }
}

/** Nest answers an error of a handler with an object that has a status. */
const isAnswer = (error: unknown): boolean => (error as { status?: unknown }).status === 'error';

/** How far a service's projections are, and how many events it has parked. */
export interface ServiceHealth {
  ready: boolean;
  projections: { name: string; position: string; lagSeconds: number; parked: number }[];
}

export const healthSubject = (service: ServiceName): string => `riggen.health.${service}`;
