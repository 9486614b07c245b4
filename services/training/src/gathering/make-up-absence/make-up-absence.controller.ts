import { curriculumDefined, makeUpAbsence } from '@riggen/contracts';
import { commandSlice, organisationOfCaseworker } from '@riggen/service';
import { versionKey } from '../../curriculum/applicable.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decideMakeUpAbsence } from './make-up-absence.js';

export const makeUpAbsenceSlice = commandSlice({
  definition: makeUpAbsence,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async () => ({}),
  context: async ({ personId }, { lookups, now, state }) => {
    const about = state.plan ?? state.held;
    const curriculum = about && (await lookups.find(curriculumDefined, versionKey(about.programmeId, about.curriculumVersion)));
    const given = curriculum?.modules.filter(({ moduleId }) => about!.moduleIds.includes(moduleId)) ?? [];
    return {
      now,
      lectureIds: given.flatMap(({ lectures }) => lectures.map(({ lectureId }) => lectureId)),
      employedIn: await organisationOfCaseworker(lookups, personId),
    };
  },
  decide: decideMakeUpAbsence,
});
