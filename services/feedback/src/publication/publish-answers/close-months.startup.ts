import { systemCaller } from '@riggen/access';
import { lastMonthOver } from '@riggen/event-sourcing';
import type { ServiceHost } from '@riggen/service';
import { v5 as uuidv5 } from 'uuid';
import { publishAnswersSlice } from './publish-answers.controller.js';

const namespace = '5f5a0f3e-5b53-4c3a-8f0b-9d2a2c1b7e64';
const everyTenMinutes = 10 * 60_000;

/** Closes the month that is over, soon after its end. Every replica tries: the command's id is the month's, and has one effect. */
export function closeMonths(host: ServiceHost): void {
  const close = async () => {
    const through = lastMonthOver(new Date().toISOString());
    const commandId = uuidv5(through, namespace);
    // A refusal or a failure is in the log; the next attempt comes by itself.
    await host.command(publishAnswersSlice, {
      ...{ commandId, correlationId: commandId, language: 'nb', caller: systemCaller('closing of months') },
      command: { through, occasion: 'month' },
    });
  };
  setInterval(() => void close(), everyTenMinutes).unref();
}
