import { answersPublished, type publishAnswers } from '@riggen/contracts';
import { calendarDateOf, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Publication, PublicationEvent } from '../publication.js';

export type PublishAnswers = z.infer<typeof publishAnswers.schema>;

/** Publishes what was answered up to a month that is over. A month is closed once; a folder that is taken in is an occasion of its own. */
export function decidePublishAnswers(
  command: PublishAnswers,
  { publications, closedThrough }: Publication,
  { now }: { now: string },
): Decision<PublicationEvent> {
  const { through, occasion } = command;
  if (through >= calendarDateOf(now).slice(0, 7)) return refuse('month-not-over', 'through', { month: through });
  if (occasion === 'month' && closedThrough !== undefined && through <= closedThrough) return [];
  return [answersPublished({ ...command, number: publications + 1 }, { occurredAt: now })];
}
