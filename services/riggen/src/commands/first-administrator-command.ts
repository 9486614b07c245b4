import { type Language, nameFirstAdministrator } from '@riggen/contracts';
import type { ServiceClient } from '@riggen/messaging';
import { randomUUID } from 'node:crypto';

/**
 * Makes whoever signs in by an identity the first administrator of an empty system. Throws with what the system says when there
 * is one, or when the key is none.
 */
export async function makeFirstAdministrator(
  { services, caller }: { services: ServiceClient; caller: string },
  identity: string,
  language: Language,
): Promise<string> {
  const personId = randomUUID();
  const reply = await services.command(nameFirstAdministrator, {
    ...{ commandId: randomUUID(), correlationId: randomUUID(), caller, language, command: { personId, identity } },
  });
  if (reply.outcome === 'refused') throw new Error(reply.problem.detail);
  return `${personId} is the first administrator, from the next sign-in on`;
}
