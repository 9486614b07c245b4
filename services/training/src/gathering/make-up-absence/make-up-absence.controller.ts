import { curriculumDefined, makeUpAbsence } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { commandSlice, organisationOfEmployee } from '@riggen/service';
import { versionKey } from '../../curriculum/applicable.js';
import { placeOfGathering } from '../gathering.place.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decideMakeUpAbsence } from './make-up-absence.js';

export const makeUpAbsenceSlice = commandSlice({
  definition: makeUpAbsence,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async (_, { state }) => placeOfGathering(state),
  context: async ({ personId }, { lookups, now, state }) => {
    const about = state.plan ?? state.held;
    const curriculum = about && (await lookups.find(curriculumDefined, versionKey(about.programmeId, about.curriculumVersion)));
    const given = curriculum?.modules.filter(({ moduleId }) => about!.moduleIds.includes(moduleId)) ?? [];
    return {
      now,
      lectureIds: given.flatMap(({ lectures }) => lectures.map(({ lectureId }) => lectureId)),
      employedIn: await organisationOfEmployee(lookups, personId, calendarDateOf(now)),
    };
  },
  decide: decideMakeUpAbsence,
});
