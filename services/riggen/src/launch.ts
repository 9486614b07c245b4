import { dashboards } from '@riggen/dashboards';
import { feedback } from '@riggen/feedback';
import { fidelity } from '@riggen/fidelity';
import { startGateway } from '@riggen/gateway';
import { rollout } from '@riggen/rollout';
import { startService } from '@riggen/service';
import { supervision } from '@riggen/supervision';
import { training } from '@riggen/training';
import type { ServicesConfig } from './launcher.js';

/** Every service but the gateway. */
export const services = [rollout, training, supervision, fidelity, feedback, dashboards];

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
