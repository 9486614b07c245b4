import { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { instant, key, shortText } from '../primitives.js';

/** People of a service who are kept together in a gathering. */
const together = z.object({ gatheringId: key, groupId: key, serviceId: key, personIds: z.array(key).min(1) });

export const participantsEnrolled = defineEvent({
  service: 'training',
  type: 'ParticipantsEnrolled',
  schemaVersion: 1,
  summary: 'People have places in a gathering',
  schema: together,
});

export const participantsQueued = defineEvent({
  service: 'training',
  type: 'ParticipantsQueued',
  schemaVersion: 1,
  summary: 'People wait together in a gathering\'s line',
  schema: together,
});

export const placesOffered = defineEvent({
  service: 'training',
  type: 'PlacesOffered',
  schemaVersion: 1,
  summary: 'Those who were next in line are offered places, for a time',
  schema: together.extend({ until: instant }),
});

export const placesAccepted = defineEvent({
  service: 'training',
  type: 'PlacesAccepted',
  schemaVersion: 1,
  summary: 'Offered places were accepted',
  schema: together,
});

export const placesDeclined = defineEvent({
  service: 'training',
  type: 'PlacesDeclined',
  schemaVersion: 1,
  summary: 'Offered places were declined',
  schema: together,
});

export const offerExpired = defineEvent({
  service: 'training',
  type: 'OfferExpired',
  schemaVersion: 1,
  summary: 'Offered places were not accepted in time',
  schema: together,
});

export const enrolmentCancelled = defineEvent({
  service: 'training',
  type: 'EnrolmentCancelled',
  schemaVersion: 1,
  summary: 'A person was taken out of a gathering or its line',
  schema: together.omit({ personIds: true }).extend({ personId: key, reason: shortText.optional() }),
});
