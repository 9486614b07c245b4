import { startGateway } from '@riggen/gateway';
import { startService } from '@riggen/service';
import type { ServicesConfig } from './launcher.js';
import { services } from './services.js';

/** Starts every service and then the gateway in this process, over the same NATS subjects as in processes of their own. */
export async function startServices(config: ServicesConfig): Promise<{ stop(): Promise<void> }> {
  process.env['LOG_LEVEL'] ??= 'warn';
  const running = await Promise.all(services.map((service) => startService(service, config, { http: false })));
  const gateway = await startGateway(config);
  return {
    stop: async () => {
      await gateway.stop();
      await Promise.all(running.map((service) => service.stop()));
    },
  };
}
