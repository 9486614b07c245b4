import { linkSignIn } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { signIn, signInStream } from '../sign-in.js';
import { decideLinkSignIn } from './link-sign-in.js';

export const linkSignInSlice = commandSlice({
  definition: linkSignIn,
  evolution: signIn,
  streamOf: ({ identity }) => signInStream(identity),
  subject: async () => ({}),
  context: async (_, { now }) => ({ now }),
  decide: decideLinkSignIn,
});
