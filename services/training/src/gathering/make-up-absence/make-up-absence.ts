import { absenceMadeUp, type makeUpAbsence, type Organisation } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { notADay, organisationOfParticipant } from '../attendance.js';
import { type Gathering, type GatheringEvent, presenceKey } from '../gathering.js';

export type MakeUpAbsence = z.infer<typeof makeUpAbsence.schema>;

/** What making up needs to know: the recorded lectures of the gathering's modules, and where the person works. */
export interface MakeUpContext {
  now: string;
  lectureIds: readonly string[];
  employedIn: Organisation | undefined;
}

/** Records that a day missed in whole or in part was made up by a recorded lecture of the gathering's modules. */
export function decideMakeUpAbsence(
  command: MakeUpAbsence,
  state: Gathering,
  { now, lectureIds, employedIn }: MakeUpContext,
): Decision<GatheringEvent> {
  const { gatheringId, date, personId, lectureId } = command;
  const wrong = notADay(state, command, now);
  if (wrong) return wrong;
  const known = state.presence.get(presenceKey(personId, date));
  if (!known) return refuse('attendance-not-recorded', 'personId', { id: personId, date });
  if (known.madeUpBy === lectureId) return [];
  if (known.status === 'attended') return refuse('nothing-to-make-up', 'personId', { id: personId, date });
  if (!lectureIds.includes(lectureId)) return refuse('unknown-lecture', 'lectureId', { id: lectureId, lectures: lectureIds.join(', ') || '–' });
  const organisation = organisationOfParticipant(state, personId, employedIn);
  if (!organisation) return refuse('not-enrolled', 'personId', { id: personId, gathering: gatheringId });
  return [absenceMadeUp(command, { occurredAt: now, organisation })];
}
