import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommandDefinition } from '@riggen/contracts';
import { useRef } from 'react';
import { rememberPosition } from './freshness.js';
import { type Sent, sendCommand } from './send-command.js';

/**
 * Sends a command of the contracts. The same content has the same idempotency key until it is accepted, so that sending
 * it again after a lost connection has one effect. Afterwards every query is asked anew.
 */
export function useSend(definition: Pick<CommandDefinition, 'service' | 'name'>) {
  const client = useQueryClient();
  const attempt = useRef<{ content: string; id: string } | undefined>(undefined);
  return useMutation({
    mutationFn: async (command: object): Promise<Sent> => {
      const content = JSON.stringify(command);
      if (attempt.current?.content !== content) attempt.current = { content, id: crypto.randomUUID() };
      return sendCommand(definition, command, attempt.current.id);
    },
    onSuccess: async ({ position }) => {
      attempt.current = undefined;
      rememberPosition(position);
      await client.invalidateQueries();
    },
  });
}
