import { logSession } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { session, sessionStream } from '../session.js';
import { decideLogSession } from './log-session.js';

export const logSessionSlice = commandSlice({
  definition: logSession,
  evolution: session,
  streamOf: ({ sessionId }) => sessionStream(sessionId),
  subject: async () => ({}),
  context: async (_, { now }) => ({ now }),
  decide: decideLogSession,
});
