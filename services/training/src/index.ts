import { cohortPlanned, curriculumDefined, gatheringCancelled, supervisorQualified, trainerBooked } from '@riggen/contracts';
import { copied, copiesOfCaseworkers, copiesOfEmployment, copiesProjection, type ServiceDefinition } from '@riggen/service';
import { closeCalendarFeedSlice } from './calendar-feed/close-calendar-feed/close-calendar-feed.controller.js';
import { openCalendarFeedSlice } from './calendar-feed/open-calendar-feed/open-calendar-feed.controller.js';
import { joinCohortSlice } from './cohort/join-cohort/join-cohort.controller.js';
import { leaveCohortSlice } from './cohort/leave-cohort/leave-cohort.controller.js';
import { planCohortSlice } from './cohort/plan-cohort/plan-cohort.controller.js';
import { versionKey } from './curriculum/applicable.js';
import { defineCurriculumSlice } from './curriculum/define-curriculum/define-curriculum.controller.js';
import { defineStandardCurricula } from './curriculum/define-curriculum/define-standard-curricula.startup.js';
import { acceptPlacesSlice, declinePlacesSlice } from './gathering/answer-offer/answer-offer.controller.js';
import { codesBy } from './gathering/attendance-code.secret.js';
import { cancelEnrolmentSlice } from './gathering/cancel-enrolment/cancel-enrolment.controller.js';
import { cancelGatheringSlice } from './gathering/cancel-gathering/cancel-gathering.controller.js';
import { checkInSlice } from './gathering/check-in/check-in.controller.js';
import { correctAttendanceSlice } from './gathering/correct-attendance/correct-attendance.controller.js';
import { enrolParticipantsSlice } from './gathering/enrol-participants/enrol-participants.controller.js';
import { makeUpAbsenceSlice } from './gathering/make-up-absence/make-up-absence.controller.js';
import { moveGatheringSlice } from './gathering/move-gathering/move-gathering.controller.js';
import { planGatheringSlice } from './gathering/plan-gathering/plan-gathering.controller.js';
import { publishGatheringSlice } from './gathering/publish-gathering/publish-gathering.controller.js';
import { recordAttendanceSlice } from './gathering/record-attendance/record-attendance.controller.js';
import { recordDayAttendanceSlice } from './gathering/record-day-attendance/record-day-attendance.controller.js';
import { recordHeldGatheringSlice } from './gathering/record-held-gathering/record-held-gathering.controller.js';
import { resizeGatheringSlice } from './gathering/resize-gathering/resize-gathering.controller.js';
import { scheduleGatheringSlice } from './gathering/schedule-gathering/schedule-gathering.controller.js';
import { settleWaitingListSlice } from './gathering/settle-waiting-list/settle-waiting-list.controller.js';
import { coverageForecastQuery } from './plan/coverage-forecast/coverage-forecast.query.js';
import { newestPlanQuery } from './plan/newest-plan/newest-plan.query.js';
import { planVersionsQuery } from './plan/plan-versions/plan-versions.query.js';
import { plans } from './plan/plans.projection.js';
import { proposePlanSlice } from './plan/propose-plan/propose-plan.controller.js';
import { awardCertificateSlice } from './qualification/award-certificate/award-certificate.controller.js';
import { qualificationKey } from './qualification/qualification.js';
import { qualifySupervisorSlice } from './qualification/qualify-supervisor/qualify-supervisor.controller.js';
import { copiesOfTraining } from './qualification/record.lookup.js';
import { revokeCertificateSlice } from './qualification/revoke-certificate/revoke-certificate.controller.js';
import { bookTrainerSlice } from './trainer/book-trainer/book-trainer.controller.js';
import { followGatheringSlice } from './trainer/follow-gathering/follow-gathering.controller.js';
import { qualifyTrainerSlice } from './trainer/qualify-trainer/qualify-trainer.controller.js';
import { releaseTrainerSlice } from './trainer/release-trainer/release-trainer.controller.js';
import { setTrainerCapacitySlice } from './trainer/set-trainer-capacity/set-trainer-capacity.controller.js';
import { bookingKey, trainersFollowGathering } from './trainer/trainers-follow-gathering.reaction.js';
import { calendarFeedQuery } from './calendar-feed/feed/feed.query.js';
import { settleOffers } from './gathering/settle-waiting-list/settle-offers.work.js';
import { coverageQuery } from './overview/coverage.query.js';
import { publishedCoverageQuery } from './overview/published-coverage.query.js';
import { certificatesQuery } from './overview/certificates.query.js';
import { employedQuery } from './overview/employed.query.js';
import { cohortQuery, cohortsQuery, gatheringCalendarQuery, gatheringQuery, waitingListsQuery } from './overview/gatherings.query.js';
import { overview } from './overview/overview.projection.js';
import { myTrainingQuery, staffTrainingQuery } from './overview/people.query.js';
import { attendanceCodeQuery, curriculaQuery, trainersQuery } from './overview/trainers.query.js';
import { certificateDocumentQuery, verifyCertificateQuery } from './qualification/certificate/certificate.query.js';

export { cohortStream } from './cohort/cohort.js';
export { curriculumStream } from './curriculum/curriculum.js';
export { gatheringStream } from './gathering/gathering.js';

/** Training: curricula, cohorts, gatherings with places and attendance, trainers' days, certificates. */
export const training: ServiceDefinition = {
  name: 'training',
  commands: [
    proposePlanSlice,
    ...[defineCurriculumSlice, planCohortSlice, joinCohortSlice, leaveCohortSlice],
    ...[scheduleGatheringSlice, planGatheringSlice, recordHeldGatheringSlice, publishGatheringSlice],
    ...[moveGatheringSlice, resizeGatheringSlice, cancelGatheringSlice],
    ...[enrolParticipantsSlice, cancelEnrolmentSlice, acceptPlacesSlice, declinePlacesSlice, settleWaitingListSlice],
    ...[recordAttendanceSlice, recordDayAttendanceSlice, checkInSlice, correctAttendanceSlice, makeUpAbsenceSlice],
    ...[qualifyTrainerSlice, setTrainerCapacitySlice, bookTrainerSlice, releaseTrainerSlice, followGatheringSlice],
    ...[awardCertificateSlice, revokeCertificateSlice, qualifySupervisorSlice, openCalendarFeedSlice, closeCalendarFeedSlice],
  ],
  queries: [
    ...[curriculaQuery, cohortsQuery, cohortQuery, gatheringCalendarQuery, gatheringQuery, waitingListsQuery, attendanceCodeQuery],
    ...[trainersQuery, employedQuery, staffTrainingQuery, myTrainingQuery, coverageQuery, publishedCoverageQuery],
    ...[certificatesQuery, verifyCertificateQuery, certificateDocumentQuery, calendarFeedQuery],
    ...[newestPlanQuery, planVersionsQuery, coverageForecastQuery],
  ],
  projections: [
    plans,
    copiesProjection(6, [
      ...copiesOfCaseworkers,
      ...copiesOfTraining,
      ...copiesOfEmployment,
      copied(curriculumDefined, ({ programmeId, version }) => [programmeId, versionKey(programmeId, version)]),
      copied(cohortPlanned, ({ cohortId }) => [cohortId]),
      copied(gatheringCancelled, ({ gatheringId }) => [gatheringId]),
      copied(trainerBooked, ({ gatheringId, trainerId }) => [bookingKey(gatheringId, trainerId)]),
      copied(supervisorQualified, ({ personId, programmeId }) => [qualificationKey(personId, programmeId)]),
    ]),
    overview,
  ],
  works: [settleOffers],
  reactions: [trainersFollowGathering],
  onStart: async (host, { callerKey }) => {
    codesBy(callerKey);
    await defineStandardCurricula(host);
  },
};
