
/** What people are told about. */
export type NoticeKind =
  | 'enrolled'
  | 'queued'
  | 'place-offered'
  | 'offer-expired'
  | 'enrolment-cancelled'
  | 'gathering-moved'
  | 'gathering-cancelled'
  | 'certificate-awarded';

/** What a notice says beside its kind. Dates are calendar dates in Norway, `until` an instant. No personal data. */
export interface NoticeFacts {
  gatheringId?: string;
  dates?: string[];
  place?: string;
  until?: string;
  reason?: string;
  programmeId?: string;
  validUntil?: string;
}


/** What a person's place in a gathering is while it concerns them. */
export type PlaceState = 'enrolled' | 'queued' | 'offered';

/** A gathering as notices speak of it, and who is concerned when it changes. */
export interface ConcernedGathering {
  gatheringId: string;
  dates: string[];
  place: string | null;
  people: Record<string, PlaceState>;
  trainers: string[];
}

export const factsOf = ({ gatheringId, dates, place }: ConcernedGathering): NoticeFacts => ({ gatheringId, dates, ...(place && { place }) });
