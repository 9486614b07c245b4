import { firstAdministratorNamed } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { order, type Reaction, reactsTo } from '@riggen/service';
import { giveRoleSlice } from '../role-holder/give-role/give-role.controller.js';
import { linkSignInSlice } from '../sign-in/link-sign-in/link-sign-in.controller.js';

/** Whoever is named the first administrator can sign in, and holds the role. */
export const firstAdministratorHoldsTheRole: Reaction = {
  name: 'first-administrator-holds-the-role',
  to: [
    reactsTo(firstAdministratorNamed, ({ personId, identity }, { event }) => [
      order(linkSignInSlice, { identity, personId }),
      order(giveRoleSlice, {
        ...{ personId, holdingId: 'first-administrator', role: 'administrator', unit: { level: 'nation' } },
        from: calendarDateOf(event.occurredAt),
      }),
    ]),
  ],
};
