import { systemCaller } from '@riggen/access';
import type { CommandSlice, ServiceHost } from '@riggen/service';
import { randomUUID } from 'node:crypto';
import type { BallotBox } from '../ballot-box.tables.js';

const everyMinute = 60_000;

/** Closes the forms whose time is out, and empties the boxes of those that are closed. May run in several processes. */
export async function closeDueForms(host: ServiceHost, box: BallotBox, slice: CommandSlice): Promise<void> {
  for (const gatheringId of await box.due()) {
    const commandId = randomUUID();
    const { outcome } = await host.command(slice, {
      ...{ commandId, correlationId: commandId, language: 'nb', caller: systemCaller('closing of forms') },
      command: { gatheringId },
    });
    // Accepted or closed before: either way the sheets are recorded.
    if (outcome !== 'refused') await box.empty(gatheringId);
  }
}

/** Does so every minute. A failure is tried again at the next. */
export function closeFormsInTime(host: ServiceHost, box: BallotBox, slice: CommandSlice): void {
  setInterval(() => void closeDueForms(host, box, slice).catch(() => {}), everyMinute).unref();
}
