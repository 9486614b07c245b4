import { Controller, Inject, type Type } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import type { ServiceName } from '@riggen/contracts';
import { healthSubject, type ServiceHealth } from '@riggen/messaging';
import { ServiceHost } from '../service-host.js';

/** Makes the Nest controller that tells the gateway how a service is. */
export function healthController(service: ServiceName): Type {
  @Controller()
  class HealthController {
    constructor(@Inject(ServiceHost) private readonly host: ServiceHost) {}

    @MessagePattern(healthSubject(service))
    health(): Promise<ServiceHealth> {
      return this.host.health();
    }
  }
  return HealthController;
}
