import { type linkSignIn, signInLinked } from '@riggen/contracts';
import { alreadySo, type Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { SignIn, SignInEvent } from '../sign-in.js';

/** Links an identity to a person, once and for ever. */
export function decideLinkSignIn(command: z.infer<typeof linkSignIn.schema>, { linked }: SignIn, { now }: { now: string }): Decision<SignInEvent> {
  return linked ? alreadySo(command.identity, linked, command) : [signInLinked(command, { occurredAt: now })];
}
