import { type EventOf, type roleGiven, type roleWithdrawn, type Unit } from '@riggen/contracts';
import type { Subject } from '@riggen/access';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each person who holds roles. */
export const roleHolderStream = (personId: string): string => `roleHolder-${personId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type RoleHolderEvent = EventOf<typeof roleGiven> | EventOf<typeof roleWithdrawn>;

export type Holding = EventOf<typeof roleGiven>['data'];

export interface RoleHolder {
  holdings: ReadonlyMap<string, { given: Holding; until: string | undefined }>;
}

export const roleHolder: Evolution<RoleHolder, RoleHolderEvent> = {
  initialState: { holdings: new Map() },
  evolve({ holdings }, { type, data }) {
    switch (type) {
      case 'RoleGiven':
        return { holdings: new Map(holdings).set(data.holdingId, { given: data, until: data.until }) };
      case 'RoleWithdrawn':
        return { holdings: new Map(holdings).set(data.holdingId, { given: holdings.get(data.holdingId)!.given, until: data.from }) };
    }
  },
};

/** The most holdings that a person can have in all, those that have ended included; ours. */
export const mostHoldings = 60;

/** The place of a unit; the nation is `{}`. */
export function placeOf(unit: Unit): Subject {
  const { level: _, ...place } = unit;
  return place;
}
