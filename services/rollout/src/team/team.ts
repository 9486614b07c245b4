import type { EventOf, Organisation, teamChanged, teamDissolved, teamFormed } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each implementation team. */
export const teamStream = ({ teamId }: { teamId: string }): string => `team-${teamId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type TeamEvent = EventOf<typeof teamFormed> | EventOf<typeof teamChanged> | EventOf<typeof teamDissolved>;

/** What a team is: its name, whom it works for, and its members. */
export type TeamFacts = Omit<EventOf<typeof teamChanged>['data'], 'teamId'>;

export interface Team {
  formed?: EventOf<typeof teamFormed>['data'];
  organisation: Organisation;
  /** What it was in each version, the first being 1. */
  versions: TeamFacts[];
  dissolvedOn?: string;
}

export const team: Evolution<Team, TeamEvent> = {
  initialState: { organisation: {}, versions: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'TeamFormed': {
        const { teamId: _, from: __, ...facts } = event.data;
        return { ...state, formed: event.data, organisation: event.organisation, versions: [facts] };
      }
      case 'TeamChanged': {
        const { teamId: _, ...facts } = event.data;
        return { ...state, organisation: event.organisation, versions: [...state.versions, facts] };
      }
      case 'TeamDissolved':
        return { ...state, dissolvedOn: event.data.on };
    }
  },
};

/** The services that share a team; none for one of a region or the nation. */
export const servicesOf = ({ place }: Pick<TeamFacts, 'place'>): string[] => (place.level === 'service' ? place.services : []);

/** What became of a team since it was seen, in the words of its fields: `name: Salten; members: +K2 −K1 ±K3`. */
export function differences(before: TeamFacts | undefined, after: TeamFacts): string {
  const competenceOf = (facts: TeamFacts | undefined) => new Map(facts?.members.map(({ personId, ...member }) => [personId, JSON.stringify(member)]));
  const there = (facts: TeamFacts | undefined) => new Map((facts ? servicesOf(facts) : []).map((id) => [id, '']));
  const parts: [string, string][] = [
    ['name', before?.name === after.name ? '' : after.name],
    ['services', signed(there(before), there(after))],
    ['members', signed(competenceOf(before), competenceOf(after))],
  ];
  return parts.flatMap(([part, change]) => (change ? [`${part}: ${change}`] : [])).join('; ') || '–';
}

function signed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string {
  const come = [...after.keys()].filter((id) => !before.has(id)).map((id) => `+${id}`);
  const gone = [...before.keys()].filter((id) => !after.has(id)).map((id) => `−${id}`);
  const other = [...after].filter(([id, content]) => before.has(id) && before.get(id) !== content).map(([id]) => `±${id}`);
  return [...come, ...gone, ...other].join(' ');
}
