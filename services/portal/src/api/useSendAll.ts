import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommandDefinition } from '@riggen/contracts';
import { useState } from 'react';
import { rememberPosition } from './freshness.js';
import { ServerProblem } from './problem.js';
import { wordsOf } from './words-of.js';
import { sendCommand } from './send-command.js';

/** One of many commands: its id, so that sending all again has one effect, and what it is called where it is refused. */
export interface OneOfMany {
  id: string;
  label: string;
  command: object;
}

export interface Outcome {
  accepted: number;
  unchanged: number;
  refused: { label: string; detail: string }[];
}

/** Sends commands one after the other, in their order: what is refused is told, and the others go on. A lost connection ends it. */
export function useSendAll(definition: Pick<CommandDefinition, 'service' | 'name'>) {
  const client = useQueryClient();
  const [progress, setProgress] = useState({ done: 0, count: 0 });
  const mutation = useMutation({
    mutationFn: async (commands: readonly OneOfMany[]): Promise<Outcome> => {
      const positions: (string | undefined)[] = [];
      const outcome: Outcome = { accepted: 0, unchanged: 0, refused: [] };
      for (const [done, { id, label, command }] of commands.entries()) {
        setProgress({ done, count: commands.length });
        try {
          const sent = await sendCommand(definition, command, id);
          positions.push(sent.position);
          outcome[sent.outcome] += 1;
        } catch (error) {
          if (!(error instanceof ServerProblem)) throw error;
          outcome.refused.push({ label, detail: error.problem.errors?.map(wordsOf).join(' ') || wordsOf(error.problem) });
        }
      }
      // Not before: each would wait until the services know of the one before.
      positions.forEach(rememberPosition);
      return outcome;
    },
    onSettled: () => client.invalidateQueries(),
  });
  return { ...mutation, progress };
}
