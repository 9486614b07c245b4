import { operatorCaller } from '@riggen/access';
import { Logger } from '@nestjs/common';
import { ServiceClient, signCaller } from '@riggen/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import { NotRunning, type RunningStore, type SystemAddress, withStore } from './store.js';

/** How long a token that the command line signs for itself holds, in seconds: longer than its longest command. */
const validityOfOperator = 24 * 60 * 60;

/** What commands work with that ask the services. */
export interface RunningSystem extends RunningStore {
  services: ServiceClient;
  /** The token that the command line signs in with. */
  caller: string;
}

/** Opens the store and the way to the services, and closes both afterwards. Throws NotRunning. */
export function withSystem<Result>(work: (system: RunningSystem) => Promise<Result>): Promise<Result> {
  return withStore(async (running) => {
    const { address } = running;
    Logger.overrideLogger(false); // standard output belongs to the command
    const services = new ServiceClient(address, 'riggen command line');
    const caller = 'token' in address.signIn ? address.signIn.token : signCaller(address.signIn.key, operatorCaller, validityOfOperator);
    try {
      await answerWithin(services.connect(), address);
      return await work({ ...running, services, caller });
    } finally {
      await services.close();
    }
  });
}

/** The way to the services goes on trying for ever, which is right for a service and wrong for a person who waits. */
async function answerWithin(connecting: Promise<unknown>, { natsUrl }: SystemAddress): Promise<void> {
  const late = new AbortController();
  const patience = sleep(5_000, 'late', { signal: late.signal }).catch(() => undefined);
  const first = await Promise.race([connecting, patience]);
  late.abort();
  if (first === 'late') throw new NotRunning(`NATS does not answer at ${new URL(natsUrl).host}. Start Riggen with: npm start`);
}
