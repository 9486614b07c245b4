import { type Projection, upsert } from '@riggen/projections';
import { In } from 'typeorm';
import { servicesOf, type TeamEvent } from './team.js';
import { TeamRow } from './team.tables.js';

const types: TeamEvent['type'][] = ['TeamFormed', 'TeamChanged', 'TeamDissolved'];

/** The teams that there are. One that is dissolved leaves the table. */
export const teamsProjection: Projection = {
  name: 'teams',
  version: 1,
  entities: [TeamRow],
  events: types,
  apply: async (published, rows) => {
    const events = published as unknown as TeamEvent[];
    const ids = [...new Set(events.map(({ data }) => data.teamId))];
    const known = new Map((await rows.findBy(TeamRow, { teamId: In(ids) })).map((row) => [row.teamId, [row]]));
    for (const event of events) known.set(event.data.teamId, rowsAfter(event, known.get(event.data.teamId)?.[0]));
    await rows.delete(TeamRow, { teamId: In(ids) });
    await upsert(rows, TeamRow, ['teamId', 'place'], [...known.values()].flat());
  },
};

/** A row for each place that a team works for; none when it is dissolved. */
function rowsAfter(event: TeamEvent, before: TeamRow | undefined): TeamRow[] {
  if (event.type === 'TeamDissolved') return [];
  const { teamId, name, place, members } = event.data;
  const services = servicesOf(event.data);
  const region = (event.organisation.region ?? null) as TeamRow['region'];
  const about = { teamId, name, level: place.level, region, services, members, version: (before?.version ?? 0) + 1 };
  const from = event.type === 'TeamFormed' ? event.data.from : before!.from;
  const row = (service: string | null): TeamRow => ({ ...about, from, service, place: service ?? region ?? 'nation' });
  return services.length ? services.map(row) : [row(null)];
}
