import { operatorCaller } from '@riggen/access';
import { type CommandDefinition, type CommandReply, recordAttendance, registerCaseworker, registerServiceUnit, scheduleGathering } from '@riggen/contracts';
import { ServiceClient, signCaller } from '@riggen/messaging';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Draw } from '../system/draw.fixture.js';
import type { Plant } from './plant.fixture.js';

/** A command and what its sender was told in the end. */
export interface Sent {
  commandId: string;
  command: object;
  outcome: CommandReply['outcome'];
}

const gathering = (gatheringId: string) => ({
  ...{ gatheringId, phase: 1, targetGroup: 'aftercare', number: 1, startsOn: '2025-03-03', endsOn: '2025-03-04', days: 2, format: 'digital' },
});
const shared = ['shared-1', 'shared-2', 'shared-3'];

/**
 * Writers who send commands to several services at once and keep what they were told. A command without a clear answer is sent
 * again with the same id, as the interface asks of every client.
 */
export class Writers {
  readonly sent: Sent[] = [];
  private readonly client: ServiceClient;
  /** Signed for longer than the clock jumps. */
  private readonly caller: string;
  private stopping = false;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly plant: Plant,
    private readonly draw: Draw,
  ) {
    this.caller = signCaller(plant.callerKey, operatorCaller, 3 * 86_400);
    this.client = new ServiceClient(plant.natsAddress, 'writers', 3_000);
  }

  /** Registers what all commands refer to. */
  async prepare(): Promise<void> {
    await this.client.connect();
    const unit = { serviceId: 'p01', name: 'Tjeneste 01', kind: 'municipal', municipalityNumbers: ['1806'], region: 'nord' };
    await this.send(registerServiceUnit, unit);
    for (const gatheringId of shared) await this.send(scheduleGathering, gathering(gatheringId));
  }

  start(count: number): void {
    this.stopping = false;
    const seeds = Array.from({ length: count }, () => this.draw.upTo(2 ** 31));
    this.writing = Promise.all(seeds.map((seed) => this.write(new Draw(seed))));
  }

  /** Resolves when every writer has the answer to its last command. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.writing;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.client.close();
  }

  /** Sends a command until the answer is clear. */
  async send(definition: CommandDefinition, command: object, { commandId = String(randomUUID()), seen = '' } = {}) {
    for (;;) {
      const request = { commandId, correlationId: commandId, caller: this.caller, language: 'en', command } as const;
      const reply = await this.client.command(definition, { ...request, ...(seen && { seen }) });
      if (reply.outcome === 'refused' && (reply.problem.retryable || reply.problem.status >= 500 || reply.problem.reason === 'too-many-conflicts')) {
        await sleep(50);
        continue;
      }
      this.sent.push({ commandId, command, outcome: reply.outcome });
      return reply;
    }
  }

  /** Sends a command once, and waits for its answer as long as it is told to. */
  async sendOnce(definition: CommandDefinition, command: object, commandId: string, patience: number): Promise<CommandReply> {
    const client = new ServiceClient(this.plant.natsAddress, 'writer', patience);
    try {
      return await client.command(definition, { commandId, correlationId: commandId, caller: this.caller, language: 'en', command });
    } finally {
      await client.close();
    }
  }

  private async write(draw: Draw): Promise<void> {
    while (!this.stopping) {
      if (draw.is(0.3)) await this.send(scheduleGathering, { ...gathering(randomUUID()), endsOn: draw.among(['2025-03-04', '2025-03-01']) });
      else if (draw.is(0.2)) await this.sendAgain(draw);
      else {
        const personId = randomUUID();
        const registered = await this.send(registerCaseworker, { personId, serviceId: 'p01', targetGroup: 'aftercare', phase: 1 });
        const seen = registered.outcome === 'refused' ? '' : registered.position!;
        await this.send(recordAttendance, { gatheringId: draw.among(shared), personId, status: 'attended' }, { seen });
      }
      await sleep(draw.upTo(20));
    }
  }

  /** A client that has lost the answer sends the same once more: it is told that nothing has changed. */
  private async sendAgain(draw: Draw): Promise<void> {
    const before = draw.among(this.sent);
    if (before.outcome === 'refused' || !('startsOn' in before.command)) return;
    const again = await this.send(scheduleGathering, before.command, before);
    if (again.outcome !== 'unchanged') throw new Error(`${before.commandId} was sent again and ${again.outcome}`);
  }
}
