import { upcasterOf } from './upcasting.js';
import type { CommandDefinition, EventDefinition, QueryDefinition } from './definitions.js';
import * as roleEvents from './access/role-events.js';
import * as roles from './access/roles.js';
import * as dashboards from './dashboards/pilot-evaluation.js';
import * as feedbackCommands from './feedback/commands.js';
import * as feedbackEvents from './feedback/events.js';
import * as feedbackQueries from './feedback/queries.js';
import * as fidelityCommands from './fidelity/commands.js';
import * as fidelityEvents from './fidelity/events.js';
import * as rolloutCommands from './rollout/commands.js';
import * as rolloutEvents from './rollout/events.js';
import * as implementationCommands from './rollout/implementation-commands.js';
import * as implementationEvents from './rollout/implementation-events.js';
import * as implementationQueries from './rollout/implementation-queries.js';
import * as organisationCommands from './rollout/organisation-commands.js';
import * as organisationEvents from './rollout/organisation-events.js';
import * as organisationQueries from './rollout/organisation-queries.js';
import * as personCommands from './rollout/person/commands.js';
import * as personEvents from './rollout/person/events.js';
import * as personQueries from './rollout/person/queries.js';
import * as supervisionCommands from './supervision/commands.js';
import * as supervisionEvents from './supervision/events.js';
import * as supervisionQueries from './supervision/queries.js';
import * as trainingCommands from './training/commands.js';
import * as rolloutNotices from './rollout/notice.js';
import * as rolloutNoticeEvents from './rollout/notice-events.js';
import * as teamCommands from './rollout/team-commands.js';
import * as teamEvents from './rollout/team-events.js';
import * as teamQueries from './rollout/team-queries.js';
import * as trainingPeopleQueries from './training/people-queries.js';
import * as trainingQueries from './training/training-queries.js';
import * as trainingEvents from './training/events.js';
import * as trainingPlan from './training/plan.js';
import * as trainingPlanEvents from './training/plan-events.js';

const exported = [
  roles,
  rolloutCommands,
  organisationCommands,
  organisationQueries,
  implementationCommands,
  implementationQueries,
  trainingCommands,
  supervisionCommands,
  supervisionQueries,
  fidelityCommands,
  feedbackCommands,
  feedbackQueries,
  dashboards,
  trainingPlan,
  personCommands,
  personQueries,
  rolloutNotices,
  trainingQueries,
  trainingPeopleQueries,
  teamCommands,
  teamQueries,
].flatMap((module) => Object.values(module) as unknown[]);

const ofKind = <Definition>(kind: string): Definition[] =>
  exported.filter((value) => (value as { kind?: string }).kind === kind) as Definition[];

/** Every command of every service. */
export const commands = ofKind<CommandDefinition>('command');
/** Every query of every service. */
export const queries = ofKind<QueryDefinition>('query');
/** Every version of every event that was ever recorded. */
export const events = [
  rolloutEvents,
  organisationEvents,
  implementationEvents,
  personEvents,
  rolloutNoticeEvents,
  teamEvents,
  trainingEvents,
  trainingPlanEvents,
  supervisionEvents,
  fidelityEvents,
  feedbackEvents,
  roleEvents,
].flatMap((module) => Object.values(module) as EventDefinition[]);

const eventsByKey = new Map(events.map((event) => [`${event.type}/${event.schemaVersion}`, event]));

/** The definition of a recorded event, or undefined when no service knows it. */
export function eventDefinition(type: string, schemaVersion: number): EventDefinition | undefined {
  return eventsByKey.get(`${type}/${schemaVersion}`);
}

/** Reads a recorded event as the newest version of its type: what deciders, projections and people see. */
export const upcast = upcasterOf(events);
