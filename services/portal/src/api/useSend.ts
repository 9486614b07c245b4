import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommandDefinition } from '@riggen/contracts';
import { useRef } from 'react';
import { i18n } from '../language/i18n.js';
import { answerOf } from './fetch-json.js';
import { freshness, rememberPosition } from './freshness.js';

/** What the gateway answers to a command that was not refused. */
export interface Sent {
  outcome: 'accepted' | 'unchanged';
  position?: string;
  warnings?: { pointer: string; reason: string; detail: string }[];
}

/**
 * Sends a command of the contracts. The same content has the same idempotency key until it is accepted, so that sending
 * it again after a lost connection has one effect. Afterwards every query is asked anew.
 */
export function useSend({ service, name }: Pick<CommandDefinition, 'service' | 'name'>) {
  const client = useQueryClient();
  const attempt = useRef<{ content: string; id: string } | undefined>(undefined);
  return useMutation({
    mutationFn: async (command: object): Promise<Sent> => {
      const content = JSON.stringify(command);
      if (attempt.current?.content !== content) attempt.current = { content, id: crypto.randomUUID() };
      const response = await fetch(`/api/${service}/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'accept-language': i18n.language,
          'idempotency-key': attempt.current.id,
          ...freshness(),
        },
        body: content,
      });
      return answerOf<Sent>(response);
    },
    onSuccess: async ({ position }) => {
      attempt.current = undefined;
      rememberPosition(position);
      await client.invalidateQueries();
    },
  });
}
