import { z } from 'zod';
import type { Caller } from './access/grants.js';
import { marking } from './primitives.js';
import { problem, warning } from './problems/problem.js';

export const language = z.enum(['nb', 'nn', 'en']);

/** Who asks, signed by the gateway or the launcher for a short time; services take no request without it. */
const signedCaller = z.string().max(32_000);

/**
 * A command on its way to its service. `seen` is a position whose events the command refers to: the service waits, a second
 * at most, until its own copies have reached it. `marking` says that the data are not real. `source` is the list that the
 * command is a line of, so that what was listed together can be told in the same order; it is no part of the content.
 */
export const commandRequest = z.object({
  commandId: z.uuid(),
  correlationId: z.uuid(),
  /** The event that the command is given because of. */
  causationId: z.uuid().optional(),
  caller: signedCaller,
  language,
  seen: z.string().max(64).optional(),
  marking: marking.optional(),
  source: z.object({ list: z.string().max(64), line: z.int() }).optional(),
  command: z.unknown(),
});
export type CommandRequest = z.infer<typeof commandRequest>;
/** A command whose caller is known: inside its service, and before it is sent. */
export type CommandFrom = Omit<CommandRequest, 'caller'> & { caller: Caller };

const warnings = z.array(warning).optional();

/**
 * What became of a command. `position` is that of its last event; give it as `fresh` in a query to see what was done. `warnings`
 * say what whoever gave it should look at again.
 */
export const commandReply = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('accepted'), position: z.string(), warnings }),
  z.object({ outcome: z.literal('unchanged'), position: z.string().optional(), warnings }),
  z.object({ outcome: z.literal('refused'), problem }),
]);
export type CommandReply = z.infer<typeof commandReply>;

/** A question to a service. `fresh` is a position that the answer must include. */
export const queryRequest = z.object({
  correlationId: z.uuid(),
  caller: signedCaller,
  language,
  fresh: z.string().max(64).optional(),
  input: z.unknown(),
});
export type QueryRequest = z.infer<typeof queryRequest>;
/** A question whose caller is known. */
export type QueryFrom = Omit<QueryRequest, 'caller'> & { caller: Caller };

export type QueryReply<Output = unknown> = { outcome: 'answered'; output: Output } | { outcome: 'refused'; problem: z.infer<typeof problem> };
