import { copiesProjection, type ServiceDefinition } from '@riggen/service';
import { deliverNotices } from './notice/deliver-notices.work.js';
import { giveNoticeUpSlice } from './notice/give-notice-up/give-notice-up.controller.js';
import { notices } from './notice/notices.projection.js';
import { outboxQuery } from './notice/outbox/outbox.query.js';
import { recordNoticeSentSlice } from './notice/record-notice-sent/record-notice-sent.controller.js';
import { correctPersonSlice } from './person/correct-person/correct-person.controller.js';
import { erasePersonSlice } from './person/erase-person/erase-person.controller.js';
import { eraseAfterRetention, retentionPeriods } from './person/erase-after-retention.work.js';
import { makePersonKnownSlice } from './person/make-person-known/make-person-known.controller.js';
import { peopleProjection } from './person/people/people.projection.js';
import { peopleQuery, personByEmailQuery, personDataQuery, personQuery } from './person/people/people.query.js';
import { registerCaseworkerSlice } from './caseworker/register-caseworker/register-caseworker.controller.js';
import { assessSlices } from './implementation/assess/assess.controller.js';
import { checklistSlices } from './implementation/checklist/checklist.controller.js';
import { implementationProjection } from './implementation/implementation.projection.js';
import { implementationQuery } from './implementation/implementation/implementation.query.js';
import { templateQuery } from './implementation/implementation-template/implementation-template.query.js';
import { localPlanSlice } from './implementation/local-plan/local-plan.controller.js';
import { moveStageSlices } from './implementation/move-stage/move-stage.controller.js';
import { rolloutByStageQuery } from './implementation/rollout-by-stage/rollout-by-stage.query.js';
import { servicesInLineQuery } from './implementation/services-in-line/services-in-line.query.js';
import { startImplementationSlice } from './implementation/start-implementation/start-implementation.controller.js';
import { changeServiceUnitSlice } from './service-unit/change-service-unit/change-service-unit.controller.js';
import { correctPositionSlice } from './service-unit/correct-position/correct-position.controller.js';
import { endPositionSlice } from './service-unit/end-position/end-position.controller.js';
import { mergeServiceUnitsSlice } from './service-unit/merge-service-units/merge-service-units.controller.js';
import { openPositionSlice } from './service-unit/open-position/open-position.controller.js';
import { organisationProjection } from './service-unit/organisation.projection.js';
import { organisationQuery } from './service-unit/organisation/organisation.query.js';
import { firstAdministratorHoldsTheRole } from './installation/first-administrator.reaction.js';
import { nameFirstAdministratorSlice } from './installation/name-first-administrator/name-first-administrator.controller.js';
import { readingsQuery } from './readings/readings.query.js';
import { giveRoleSlice } from './role-holder/give-role/give-role.controller.js';
import { grantsOfSignInQuery } from './role-holder/role-holders/grants-of-sign-in.query.js';
import { roleHolders } from './role-holder/role-holders/role-holders.projection.js';
import { roleHoldersQuery } from './role-holder/role-holders/role-holders.query.js';
import { withdrawRoleSlice } from './role-holder/withdraw-role/withdraw-role.controller.js';
import { linkSignInSlice } from './sign-in/link-sign-in/link-sign-in.controller.js';
import { registerServiceUnitSlice } from './service-unit/register-service-unit/register-service-unit.controller.js';
import { serviceUnitQuery } from './service-unit/service-unit/service-unit.query.js';
import { copiesOfUnits } from './service-unit/service-unit.lookups.js';
import { splitServiceUnitSlice } from './service-unit/split-service-unit/split-service-unit.controller.js';
import { staffQuery } from './service-unit/staff/staff.query.js';
import { turnoverQuery } from './service-unit/turnover/turnover.query.js';
import { changeTeamSlice } from './team/change-team/change-team.controller.js';
import { dissolveTeamSlice } from './team/dissolve-team/dissolve-team.controller.js';
import { formTeamSlice } from './team/form-team/form-team.controller.js';
import { teamsProjection } from './team/teams.projection.js';
import { teamsQuery } from './team/teams/teams.query.js';

export { personStream } from './person/person.js';
export { caseworkerStream } from './caseworker/caseworker.js';
export { copiesOfUnits } from './service-unit/service-unit.lookups.js';
export { serviceUnitStream } from './service-unit/service-unit.js';

/** The rollout: the organisation and its people over time, how far each service is, and who holds which role. */
export const rollout: ServiceDefinition = {
  name: 'rollout',
  commands: [
    registerServiceUnitSlice,
    changeServiceUnitSlice,
    mergeServiceUnitsSlice,
    splitServiceUnitSlice,
    openPositionSlice,
    endPositionSlice,
    correctPositionSlice,
    registerCaseworkerSlice,
    startImplementationSlice,
    ...moveStageSlices,
    ...checklistSlices,
    ...assessSlices,
    localPlanSlice,
    makePersonKnownSlice,
    correctPersonSlice,
    erasePersonSlice,
    recordNoticeSentSlice,
    giveNoticeUpSlice,
    ...[formTeamSlice, changeTeamSlice, dissolveTeamSlice],
    ...[giveRoleSlice, withdrawRoleSlice, linkSignInSlice, nameFirstAdministratorSlice],
  ],
  queries: [
    ...[organisationQuery, serviceUnitQuery, staffQuery, turnoverQuery, personQuery, personDataQuery, peopleQuery, personByEmailQuery, outboxQuery],
    ...[implementationQuery, servicesInLineQuery, rolloutByStageQuery, templateQuery],
    teamsQuery,
    ...[grantsOfSignInQuery, roleHoldersQuery, readingsQuery],
  ],
  projections: [copiesProjection(3, copiesOfUnits), organisationProjection, implementationProjection, teamsProjection, peopleProjection, notices, roleHolders],
  reactions: [firstAdministratorHoldsTheRole],
  works: [deliverNotices, eraseAfterRetention],
  onStart: async () => void retentionPeriods(process.env), // a wrong period ends the start
};
