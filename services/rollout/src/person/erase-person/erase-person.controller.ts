import { erasePerson } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { commandSlice } from '@riggen/service';
import { IsNull, MoreThan, MoreThanOrEqual, Or } from 'typeorm';
import { RoleHoldingRow } from '../../role-holder/role-holders.tables.js';
import { PositionRow } from '../../service-unit/organisation.tables.js';
import { person, personStream } from '../person.js';
import { subjectOfPerson } from '../person.lookups.js';
import { decideErasePerson } from './erase-person.js';

export const erasePersonSlice = commandSlice({
  definition: erasePerson,
  evolution: person,
  streamOf: ({ personId }) => personStream(personId),
  subject: subjectOfPerson,
  context: async ({ personId }, { lookups, now }) => {
    const today = calendarDateOf(now);
    return {
      now,
      employedIn: (await lookups.row(PositionRow, { personId, to: Or(IsNull(), MoreThanOrEqual(today)) }))?.service,
      role: (await lookups.row(RoleHoldingRow, { personId, until: Or(IsNull(), MoreThan(today)) }))?.role,
    };
  },
  decide: decideErasePerson,
});
