import { Controller, Get, Header, HttpCode, Inject, Injectable, Res } from '@nestjs/common';
import { metricsRegister } from './metrics.js';

/** Whether this process can do its work now, with what it rests on. */
@Injectable()
export abstract class Readiness {
  abstract check(): Promise<{ ready: boolean; details: object }>;
}

/** The part of a response object that is used here. */
interface StatusSetter {
  status(code: number): void;
}

/** What operations asks of every process: alive, ready, and its metrics. */
@Controller()
export class ObservabilityController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('health/live')
  @HttpCode(200)
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: StatusSetter) {
    const { ready, details } = await this.readiness.check();
    response.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'unavailable', ...details };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return metricsRegister.metrics();
  }
}
