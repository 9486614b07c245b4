import { z } from 'zod';
import { grant } from './grants.js';

/** Who is signed in, and what this person or program may ask for: names of commands and queries as SERVICE/NAME. */
export const me = z.object({
  kind: z.enum(['person', 'program']),
  id: z.string(),
  /** As the identity provider tells it; kept in the session only. */
  name: z.string().optional(),
  grants: z.array(grant),
  may: z.array(z.string()),
  /** Whether this is one of the demo's invented people. */
  demo: z.boolean(),
});
export type Me = z.infer<typeof me>;

/** A way to sign in: where to go, and what to call it. */
export const signInProvider = z.object({ id: z.string(), name: z.string(), address: z.string(), demo: z.boolean() });
export type SignInProvider = z.infer<typeof signInProvider>;
