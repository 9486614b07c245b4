import { type dissolveTeam, teamDissolved } from '@riggen/contracts';
import { calendarDateOf, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { refusedTeam } from '../refusals.js';
import type { Team, TeamEvent } from '../team.js';

export type DissolveTeam = z.infer<typeof dissolveTeam.schema>;

/** Dissolves a team, from a day that has come. */
export function decideDissolveTeam(command: DissolveTeam, state: Team, { now }: { now: string }): Decision<TeamEvent> {
  const { teamId, on } = command;
  if (state.dissolvedOn === on) return [];
  const refused = refusedTeam(state, teamId);
  if (refused) return refused;
  const { from } = state.formed!;
  if (on > calendarDateOf(now)) return refuse('date-after-today', 'on', { date: on });
  if (on < from) return refuse('dissolved-before-formed', 'on', { from, on });
  return [teamDissolved(command, { occurredAt: now, organisation: state.organisation })];
}
