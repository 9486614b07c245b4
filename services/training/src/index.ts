import { copiesOfCaseworkers, copiesProjection, type ServiceDefinition } from '@riggen/service';
import { recordAttendanceSlice } from './gathering/record-attendance/record-attendance.controller.js';
import { scheduleGatheringSlice } from './gathering/schedule-gathering/schedule-gathering.controller.js';

export { gatheringStream } from './gathering/gathering.js';

/** Training: gatherings and who attended them. */
export const training: ServiceDefinition = {
  name: 'training',
  commands: [scheduleGatheringSlice, recordAttendanceSlice],
  queries: [],
  projections: [copiesProjection(1, copiesOfCaseworkers)],
};
