import { daysAfter, refuse, type Refusal } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import { bookedDays, type Booking, type Trainer } from './trainer.js';

/** What a booking needs to know of the gathering, as its latest days are. */
export interface BookedGathering {
  programmeId: string;
  moduleIds: readonly string[];
  region: Booking['region'];
  dates: readonly string[];
  cancelled: boolean;
}

/**
 * The booking that takes a gathering's days, with travel days before the first and after the last, and why it cannot be made
 * where a day is taken. `as-it-is` when it is made already.
 */
export function bookingFor(
  wanted: Pick<Booking, 'trainerId' | 'gatheringId' | 'travelDaysBefore' | 'travelDaysAfter'>,
  { bookings }: Trainer,
  { dates, region }: BookedGathering,
): Booking | 'as-it-is' | Refusal {
  const { trainerId, gatheringId, travelDaysBefore, travelDaysAfter } = wanted;
  const travelDays = [...daysFrom(dates[0]!, -travelDaysBefore, travelDaysBefore), ...daysFrom(dates.at(-1)!, 1, travelDaysAfter)];
  const booking = { trainerId, gatheringId, region, days: [...dates], travelDays, travelDaysBefore, travelDaysAfter };
  if (isDeepStrictEqual(bookings.get(gatheringId), booking)) return 'as-it-is';
  for (const other of bookings.values()) {
    const clash = other.gatheringId !== gatheringId && bookedDays(other).find((day) => bookedDays(booking).includes(day));
    if (clash) return refuse('trainer-booked', 'trainerId', { id: trainerId, date: clash, gathering: other.gatheringId });
  }
  return booking;
}

function daysFrom(date: string, offset: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => daysAfter(date, offset + index));
}
