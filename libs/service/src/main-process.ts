import { personKeysFromEnvironment } from '@riggen/event-store';
import { configurationFromEnvironment } from './configuration.js';
import { type RunningService, type ServiceDefinition, startService } from './start-service.js';
import type { Configuration } from './configuration.js';

/** Runs a process that is one service: configuration from the environment, a clean stop at SIGTERM and SIGINT. */
export async function runAsProcess(start: (configuration: Configuration) => Promise<RunningService>): Promise<void> {
  try {
    const running = await start(configurationFromEnvironment());
    const stop = () => void running.stop().then(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/** Runs one service as a process of its own, with HTTP for health and metrics. */
export function runServiceAsProcess(service: ServiceDefinition): Promise<void> {
  return runAsProcess(async (configuration) =>
    startService(service, { ...configuration, personKeys: personKeysFromEnvironment(configuration.databaseUrl) }, { http: true }),
  );
}
