import type { CommandDefinition } from '@riggen/contracts';
import { i18n } from '../language/i18n.js';
import { answerOf } from './fetch-json.js';
import { freshness } from './freshness.js';

/** What the gateway answers to a command that was not refused. */
export interface Sent {
  outcome: 'accepted' | 'unchanged';
  position?: string;
  warnings?: { pointer: string; reason: string; detail: string }[];
}

/** Sends a command; the same id twice has one effect. Throws what it was refused with. */
export async function sendCommand({ service, name }: Pick<CommandDefinition, 'service' | 'name'>, command: object, id: string): Promise<Sent> {
  const response = await fetch(`/api/${service}/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': i18n.language,
      'idempotency-key': id,
      ...freshness(),
    },
    body: JSON.stringify(command),
  });
  return answerOf<Sent>(response);
}
