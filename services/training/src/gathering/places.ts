import {
  type enrolmentCancelled,
  type EventOf,
  offerExpired,
  participantsEnrolled,
  participantsQueued,
  type placesAccepted,
  type placesDeclined,
  placesOffered,
} from '@riggen/contracts';
import { startOfDay } from '@riggen/event-sourcing';

// The names of these events are stored for ever. Never change or reuse one.
export type PlaceEvent =
  | EventOf<typeof participantsEnrolled>
  | EventOf<typeof participantsQueued>
  | EventOf<typeof placesOffered>
  | EventOf<typeof placesAccepted>
  | EventOf<typeof placesDeclined>
  | EventOf<typeof offerExpired>
  | EventOf<typeof enrolmentCancelled>;

/** People of a service who are kept together: all have places, are offered places (until a time), or wait. */
export interface Group {
  groupId: string;
  serviceId: string;
  region: string | undefined;
  personIds: readonly string[];
  status: 'placed' | 'offered' | 'waiting';
  until?: string;
}

/** How an event changes who has, is offered or waits for places. Groups stand in the order in which they came. */
export function evolvePlaces(groups: readonly Group[], event: PlaceEvent): readonly Group[] {
  const { groupId } = event.data;
  const change = (about: Pick<Group, 'status'> & Partial<Group>) =>
    groups.map((group) => (group.groupId === groupId ? { ...withoutUntil(group), ...about } : group));
  const added = (status: Group['status']): Group[] => {
    const { serviceId, personIds } = event.data as EventOf<typeof participantsEnrolled>['data'];
    return [...groups, { groupId, serviceId, region: event.organisation.region, personIds, status }];
  };
  switch (event.type) {
    case 'ParticipantsEnrolled':
      return added('placed');
    case 'ParticipantsQueued':
      return added('waiting');
    case 'PlacesOffered':
      return change({ status: 'offered', until: event.data.until });
    case 'PlacesAccepted':
      return change({ status: 'placed' });
    case 'PlacesDeclined':
    case 'OfferExpired':
      return groups.filter((group) => group.groupId !== groupId);
    case 'EnrolmentCancelled':
      return groups
        .map((group) =>
          group.groupId === groupId ? { ...group, personIds: group.personIds.filter((id) => id !== event.data.personId) } : group,
        )
        .filter(({ personIds }) => personIds.length);
  }
}

function withoutUntil({ until: _until, ...group }: Group): Group {
  return group;
}

/** How many places are taken: an offered place is held. */
export const taken = (groups: readonly Group[]): number =>
  groups.filter(({ status }) => status !== 'waiting').reduce((sum, { personIds }) => sum + personIds.length, 0);

export const groupOf = (groups: readonly Group[], personId: string): Group | undefined =>
  groups.find(({ personIds }) => personIds.includes(personId));

/** What an event about a group says of it. */
export const aboutGroup = (gatheringId: string, { groupId, serviceId, personIds }: Group) => ({
  gatheringId,
  groupId,
  serviceId,
  personIds: [...personIds],
});

export const organisationOfGroup = ({ serviceId, region }: Group) => ({ service: serviceId, ...(region && { region }) });

/** What the line of a gathering goes by. `offerHours`: how long an offer stands open. */
export interface LineRules {
  gatheringId: string;
  capacity: number;
  firstDate: string;
  isOpen: boolean;
  offerHours: number;
}

/**
 * What time alone makes happen: offers whose time is over expire, and free places are offered to those who are next. The first
 * in line is never passed: where its group does not fit, nobody behind it is offered a place. An offer ends when the gathering
 * begins at the latest, and then nothing more is offered.
 */
export function settle(groups: readonly Group[], rules: LineRules, now: string): PlaceEvent[] {
  const { gatheringId, capacity, firstDate, isOpen, offerHours } = rules;
  const events: PlaceEvent[] = groups
    .filter(({ status, until }) => status === 'offered' && until! <= now)
    .map((group) => offerExpired(aboutGroup(gatheringId, group), { occurredAt: group.until!, organisation: organisationOfGroup(group) }));
  const begins = startOfDay(firstDate);
  if (!isOpen || now >= begins) return events;
  let free = capacity - taken(events.reduce(evolvePlaces, groups));
  const until = earlier(new Date(Date.parse(now) + offerHours * 3_600_000).toISOString(), begins);
  for (const group of groups.filter(({ status }) => status === 'waiting')) {
    if (group.personIds.length > free) break;
    free -= group.personIds.length;
    events.push(placesOffered({ ...aboutGroup(gatheringId, group), until }, { occurredAt: now, organisation: organisationOfGroup(group) }));
  }
  return events;
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** People take their places at once where nobody waits and all fit; else they wait together. */
export function enrolled(groups: readonly Group[], group: Group, { gatheringId, capacity }: LineRules, now: string): PlaceEvent {
  const mustWait = groups.some(({ status }) => status === 'waiting') || taken(groups) + group.personIds.length > capacity;
  return (mustWait ? participantsQueued : participantsEnrolled)(aboutGroup(gatheringId, group), {
    occurredAt: now,
    organisation: organisationOfGroup(group),
  });
}
