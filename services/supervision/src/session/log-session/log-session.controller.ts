import { logSession, type Organisation } from '@riggen/contracts';
import { commandSlice, type Lookups, organisationOf } from '@riggen/service';
import { employedInOf } from '../participants.lookup.js';
import { session, sessionStream } from '../session.js';
import { decideLogSession } from './log-session.js';

export const logSessionSlice = commandSlice({
  definition: logSession,
  evolution: session,
  streamOf: ({ sessionId }) => sessionStream(sessionId),
  subject: async ({ serviceId, groupId }, { lookups, state: { held, organisation } }) => {
    const place = await placeOf(lookups, held ? organisation?.service : serviceId);
    return place?.service ? { ...place, group: held?.groupId ?? groupId } : place;
  },
  context: async ({ serviceId, heldOn, attendance }, { lookups, now, state }) => {
    const organisation = state.held ? state.organisation : await placeOf(lookups, serviceId);
    return { now, organisation, employedIn: await employedInOf(lookups, attendance, { organisation, day: heldOn }) };
  },
  decide: decideLogSession,
});

/** The service with its region, the nation where none is named; undefined for one that is not known. */
const placeOf = async (lookups: Lookups, serviceId: string | undefined): Promise<Organisation | undefined> =>
  serviceId === undefined ? {} : organisationOf(lookups, serviceId);
