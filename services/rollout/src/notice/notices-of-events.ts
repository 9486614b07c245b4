import {
  certificateAwarded,
  type DomainEvent,
  enrolmentCancelled,
  type EventDefinition,
  gatheringCancelled,
  gatheringMoved,
  gatheringPlanned,
  offerExpired,
  participantsEnrolled,
  participantsQueued,
  placesAccepted,
  placesDeclined,
  placesOffered,
  trainerBooked,
  trainerReleased,
} from '@riggen/contracts';
import type { z } from 'zod';
import { type ConcernedGathering, factsOf, type NoticeFacts, type NoticeKind, type PlaceState } from './notice.js';

/** A notice that an event asks for. */
export interface NoticeDue {
  kind: NoticeKind;
  personId: string;
  facts: NoticeFacts;
}

type DataOf<Definition extends EventDefinition> = z.infer<Definition['schema']>;
type Days = DataOf<typeof gatheringPlanned>['days'];

/** The types of the events that ask for notices, or tell who is to have them. */
export const askingForNotices: string[] = [
  ...[gatheringPlanned, gatheringMoved, gatheringCancelled, trainerBooked, trainerReleased, certificateAwarded],
  ...[participantsEnrolled, participantsQueued, placesOffered, placesAccepted, placesDeclined, offerExpired, enrolmentCancelled],
].map(({ type }) => type);

/** The gathering that an event concerns, where it concerns one. */
export const gatheringOf = ({ data }: Pick<DomainEvent, 'data'>): string | undefined => (data as { gatheringId?: string }).gatheringId;

/**
 * What an event asks to be told, and to whom; `gathering` is brought up to date with it. A notice goes to those whom the
 * change concerns: those with a place, in line or with an offer, and booked trainers when the gathering itself changes.
 */
export function noticesOf(event: Pick<DomainEvent, 'type' | 'data'>, gathering: ConcernedGathering): NoticeDue[] {
  const tell = (kind: NoticeKind, people: readonly string[], more: NoticeFacts = {}): NoticeDue[] =>
    [...new Set(people)].map((personId) => ({ kind, personId, facts: { ...factsOf(gathering), ...more } }));
  const give = (people: readonly string[], state: PlaceState) => people.forEach((personId) => (gathering.people[personId] = state));
  const takeAway = (people: readonly string[]) => people.forEach((personId) => delete gathering.people[personId]);
  const everybody = () => [...Object.keys(gathering.people), ...gathering.trainers];
  switch (event.type) {
    case gatheringPlanned.type:
      Object.assign(gathering, whenAndWhere((event.data as DataOf<typeof gatheringPlanned>).days));
      return [];
    case gatheringMoved.type:
      Object.assign(gathering, whenAndWhere((event.data as DataOf<typeof gatheringMoved>).days));
      return tell('gathering-moved', everybody());
    case gatheringCancelled.type: {
      const notices = tell('gathering-cancelled', everybody(), { reason: (event.data as DataOf<typeof gatheringCancelled>).reason });
      gathering.people = {};
      return notices;
    }
    case participantsEnrolled.type:
    case placesAccepted.type: {
      const { personIds } = event.data as DataOf<typeof participantsEnrolled>;
      give(personIds, 'enrolled');
      return tell('enrolled', personIds);
    }
    case participantsQueued.type: {
      const { personIds } = event.data as DataOf<typeof participantsQueued>;
      give(personIds, 'queued');
      return tell('queued', personIds);
    }
    case placesOffered.type: {
      const { personIds, until } = event.data as DataOf<typeof placesOffered>;
      give(personIds, 'offered');
      return tell('place-offered', personIds, { until });
    }
    case placesDeclined.type:
      takeAway((event.data as DataOf<typeof placesDeclined>).personIds);
      return [];
    case offerExpired.type: {
      const { personIds } = event.data as DataOf<typeof offerExpired>;
      takeAway(personIds);
      return tell('offer-expired', personIds);
    }
    case enrolmentCancelled.type: {
      const { personId } = event.data as DataOf<typeof enrolmentCancelled>;
      takeAway([personId]);
      return tell('enrolment-cancelled', [personId]);
    }
    case trainerBooked.type:
      gathering.trainers = [...new Set([...gathering.trainers, (event.data as DataOf<typeof trainerBooked>).trainerId])];
      return [];
    case trainerReleased.type:
      gathering.trainers = gathering.trainers.filter((trainerId) => trainerId !== (event.data as DataOf<typeof trainerReleased>).trainerId);
      return [];
    case certificateAwarded.type: {
      const { personId, programmeId, validUntil } = event.data as DataOf<typeof certificateAwarded>;
      return [{ kind: 'certificate-awarded', personId, facts: { programmeId, validUntil } }];
    }
    default:
      return [];
  }
}

function whenAndWhere(days: Days): Pick<ConcernedGathering, 'dates' | 'place'> {
  return { dates: days.map(({ date }) => date), place: days.find(({ place }) => place)?.place ?? null };
}
