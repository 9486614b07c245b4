import { getSupervisionSessions } from '@riggen/contracts';
import { lookupsIn, organisationOf, querySlice, type Subject } from '@riggen/service';
import type { EntityManager } from 'typeorm';
import { SessionRow } from './sessions.tables.js';

interface OfService {
  serviceId: string;
  groupId?: string | undefined;
}

/** The service with the region that has it now, and the group where one is asked for; undefined for a service that is not known. */
export async function placeOf({ serviceId, groupId }: OfService, tables: EntityManager): Promise<Subject | undefined> {
  const place = await organisationOf(lookupsIn(tables), serviceId);
  return place && { ...place, ...(groupId && { group: groupId }) };
}

export const sessionsQuery = querySlice({
  definition: getSupervisionSessions,
  projections: ['sessions', 'copies'],
  subject: placeOf,
  answer: async ({ serviceId, groupId, page, size }, tables) => {
    const [rows, total] = await tables.findAndCount(SessionRow, {
      where: { service: serviceId, ...(groupId && { group: groupId }) },
      order: { heldOn: 'DESC', number: 'DESC', sessionId: 'ASC' },
      skip: (page - 1) * size,
      take: size,
    });
    const items = rows.map(({ service: _, region: __, targetGroup: ___, phase: ____, group: ofGroup, ...session }) => ({ ...session, groupId: ofGroup }));
    return { items, total, page, size };
  },
});
