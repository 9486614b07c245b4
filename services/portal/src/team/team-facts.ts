import type { listTeams } from '@riggen/contracts';
import type { z } from 'zod';

export type Team = z.infer<typeof listTeams.output>['items'][number];
export type Member = Team['members'][number];

export const levels = ['nation', 'region', 'service'] as const;
export const areas = ['child_welfare', 'teaching', 'family_work', 'supervision', 'implementation'] as const;

/** Whether a team lacks competence, or somebody of the level below. */
export const isLacking = ({ missingCompetence, unrepresented }: Team): boolean => missingCompetence.length + unrepresented.length > 0;

/** The members with one of them as it now is: in its place, or last when it is new. */
export const withMember = (members: readonly Member[], member: Member): Member[] =>
  members.some(({ personId }) => personId === member.personId) ? members.map((one) => (one.personId === member.personId ? member : one)) : [...members, member];
