import { randomUUID } from 'node:crypto';

/** An event of about 500 bytes, as the survey answers of the product are. */
export const sampleEvent = () => ({
  type: 'SurveyAnswered',
  schemaVersion: 1,
  occurredAt: '2025-03-03T08:00:00.000Z',
  organisation: { service: 'p01', region: 'nord' },
  data: {
    invitationId: randomUUID(),
    responseId: randomUUID(),
    submittedAt: '2025-03-03T08:00:00.000Z',
    answers: { had_contact: true, contact_form: 'in_person', met_with_respect: 6, good_cooperation: 5, shared_understanding: 6 },
  },
});

/** How many events one append writes where a store is filled for reading. */
export const eventsAnAppend = 100;
