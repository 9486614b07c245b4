import {
  type positionOpened,
  type serviceUnitChanged,
  type serviceUnitsMerged,
  type serviceUnitSplit,
} from '@riggen/contracts';
import type { PublishedEvent } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { type EntityManager, In } from 'typeorm';
import type { Handlers } from './overview.projection.js';
import {
  AttendanceHistoryRow,
  AttendanceRow,
  CertificateRow,
  PlaceRow,
  PositionRow,
  ServiceUnitRow,
  SessionAttendanceRow,
  SuccessionRow,
  SupervisorRow,
} from './overview.tables.js';
import type { RowsWriter } from './rows-writer.projection.js';
import { segmentsOf } from './segments.js';

/** The role in training of a role in a service; investigators and others may join, and nothing is compulsory for them. */
const trainingRoles: Record<string, string> = { supervisor: 'local_supervisor', leader: 'local_leader' };

const position = async (data: DataOf<typeof positionOpened>, _: PublishedEvent, rows: RowsWriter): Promise<void> => {
  const { positionId, serviceId: ownerServiceId, personId, role, from, to } = data;
  const manager = await rows.written();
  await place(manager, [{ positionId, ownerServiceId, personId, role: trainingRoles[role] ?? role, from, to: to ?? null }]);
};

const rowsOfPeople = [PositionRow, PlaceRow, AttendanceRow, AttendanceHistoryRow, SessionAttendanceRow, CertificateRow, SupervisorRow];

const unit = ({ serviceId, name, region }: { serviceId: string; name: string; region: string }) => ({ serviceId, name, region });

export const positionRows: Handlers = {
  PositionOpened: position,
  PositionEnded: position,
  PositionCorrected: position,
  ServiceUnitChanged: async (data: DataOf<typeof serviceUnitChanged>, _, rows) => {
    rows.put(ServiceUnitRow, ['serviceId'], unit(data));
    // Rows of people follow their service into another region: from now on that one sees them, and the old one does not.
    for (const entity of rowsOfPeople) await rows.change(entity, { service: data.serviceId }, { region: data.region });
  },
  ServiceUnitsMerged: async (data: DataOf<typeof serviceUnitsMerged>, _, rows) => {
    const { serviceId, predecessors, from } = data;
    rows.put(ServiceUnitRow, ['serviceId'], unit(data));
    for (const service of predecessors) {
      rows.put(SuccessionRow, ['service', 'positionId'], { service, positionId: '', from, successor: serviceId });
    }
    await replace(await rows.written(), predecessors);
  },
  ServiceUnitSplit: async ({ serviceId, from, positions, otherPositionsTo }: DataOf<typeof serviceUnitSplit>, _, rows) => {
    const parts = [...positions, { positionId: '', serviceId: otherPositionsTo }];
    for (const { positionId, serviceId: successor } of parts) {
      rows.put(SuccessionRow, ['service', 'positionId'], { service: serviceId, positionId, from, successor });
    }
    await replace(await rows.written(), [serviceId]);
  },
};

type Whole = Pick<PositionRow, 'positionId' | 'ownerServiceId' | 'personId' | 'role' | 'to'> & { from: string };

/** Puts positions into the services that have them, one after the other. */
async function place(manager: EntityManager, positions: Whole[]): Promise<void> {
  const successions = await manager.find(SuccessionRow);
  const regions = new Map((await manager.find(ServiceUnitRow)).map(({ serviceId, region }) => [serviceId, region]));
  for (const whole of positions) {
    const { positionId, ownerServiceId } = whole;
    await manager.delete(PositionRow, { positionId, ownerServiceId });
    await manager.insert(
      PositionRow,
      segmentsOf(whole, successions).map((segment) => ({ ...whole, ...segment, region: regions.get(segment.service) ?? null })),
    );
  }
}

/** Places the positions of services anew after a succession. */
async function replace(manager: EntityManager, services: string[]): Promise<void> {
  const concerned = await manager.findBy(PositionRow, { service: In(services) });
  const keys = [...new Map(concerned.map(({ positionId, ownerServiceId }) => [`${ownerServiceId} ${positionId}`, { positionId, ownerServiceId }])).values()];
  for (const key of keys) {
    const segments = await manager.find(PositionRow, { where: key, order: { from: 'ASC' } });
    const [first, last] = [segments[0]!, segments.at(-1)!];
    if (first.from !== null) await place(manager, [{ ...first, from: first.from, to: last.to }]);
  }
}
