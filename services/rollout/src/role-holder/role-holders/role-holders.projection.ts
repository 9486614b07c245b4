import { roleGiven, roleWithdrawn, signInLinked } from '@riggen/contracts';
import { type Projection, type PublishedEvent, upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { RoleHoldingRow, SignInRow } from '../role-holders.tables.js';

/** Who holds which role, and who signs in by which identity. */
export const roleHolders: Projection = {
  name: 'role-holders',
  version: 1,
  entities: [RoleHoldingRow, SignInRow],
  events: [roleGiven.type, roleWithdrawn.type, signInLinked.type],
  apply: async (events, rows) => {
    await upsert(rows, RoleHoldingRow, ['personId', 'holdingId'], events.filter(({ type }) => type === roleGiven.type).map(holdingOf));
    for (const { data } of events.filter(({ type }) => type === roleWithdrawn.type)) {
      const { personId, holdingId, from } = data as DataOf<typeof roleWithdrawn>;
      await rows.update(RoleHoldingRow, { personId, holdingId }, { until: from });
    }
    const links = events.filter(({ type }) => type === signInLinked.type).map(({ data }) => data as DataOf<typeof signInLinked>);
    await upsert(rows, SignInRow, ['identity'], links);
  },
};

function holdingOf({ data, actor, occurredAt }: PublishedEvent): RoleHoldingRow {
  const { personId, holdingId, role, unit, from, until } = data as DataOf<typeof roleGiven>;
  return {
    ...{ personId, holdingId, role, level: unit.level, from, until: until ?? null, givenBy: actor.id, givenAt: occurredAt },
    region: 'region' in unit ? unit.region : null,
    service: 'service' in unit ? unit.service : null,
    group: 'group' in unit ? unit.group : null,
  };
}
