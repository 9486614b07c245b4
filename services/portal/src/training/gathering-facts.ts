import type { getGathering, getGatheringCalendar } from '@riggen/contracts';
import type { z } from 'zod';
import type { Mark } from '../charts/SeatMarks.js';
import type { Sentence } from '../language/sentence.js';

export type ListedGathering = z.infer<typeof getGatheringCalendar.output>['items'][number];
export type GatheringAnswer = z.infer<typeof getGathering.output>;
export type Gathering = NonNullable<GatheringAnswer['gathering']>;
export type Place = GatheringAnswer['places'][number];

/** How many places are free; undefined where a gathering has no capacity. */
export const freePlaces = ({ capacity, placed, offered }: Pick<ListedGathering, 'capacity' | 'placed' | 'offered'>): number | undefined =>
  capacity === null ? undefined : Math.max(0, capacity - placed - offered);

const attendedDay = ({ status, madeUpBy }: Place['attendance'][number]) => status === 'attended' || madeUpBy !== null;

/** The mark of somebody's place: what became of it once attendance is taken, else what it is. */
export function markOf({ status, attendance }: Place, anyAttendance: boolean, days: number): Mark {
  if (status === 'waiting') return 'open';
  if (status === 'offered') return 'half';
  if (!anyAttendance) return 'full';
  if (!attendance.length) return 'none';
  if (attendance.length >= days && attendance.every(attendedDay)) return 'full';
  return attendance.every((day) => day.status === 'absent' && !day.madeUpBy) ? 'absent' : 'half';
}

export interface ServiceSeats {
  serviceId: string | null;
  marks: Mark[];
  places: number;
  /** How many attended each day, in the days' order. */
  attended: number[];
  waiting: number;
}

/** The places of a gathering by service, those with most places first. */
export function seatsByService(places: readonly Place[], dates: readonly string[]): ServiceSeats[] {
  const taken = places.filter(({ status }) => ['placed', 'offered', 'waiting'].includes(status));
  const anyAttendance = places.some(({ attendance }) => attendance.length);
  const services = [...new Set(taken.map(({ serviceId }) => serviceId))];
  return services
    .map((serviceId) => {
      const own = taken.filter((place) => place.serviceId === serviceId);
      return {
        serviceId,
        marks: own.map((place) => markOf(place, anyAttendance, dates.length)),
        places: own.filter(({ status }) => status === 'placed').length,
        attended: dates.map((date) => own.filter(({ attendance }) => attendance.some((day) => day.date === date && attendedDay(day))).length),
        waiting: own.filter(({ status }) => status === 'waiting').length,
      };
    })
    .sort((a, b) => b.places - a.places || b.waiting - a.waiting || (a.serviceId ?? '').localeCompare(b.serviceId ?? ''));
}

/** The headline of a gathering: first how it stands, then what is to be done about it. */
export function headlineOf(gathering: Gathering, places: readonly Place[], today: string): [Sentence, Sentence?] {
  const { status, placed, capacity, waiting, cancelReason } = gathering;
  if (status === 'cancelled') return [{ key: 'training.headline.cancelled' }, cancelReason ? { key: 'training.headline.because', values: { reason: cancelReason } } : undefined];
  if (status === 'planned') return [{ key: 'training.headline.planned' }, { key: 'training.headline.publish' }];
  const present = places.filter(({ status: of }) => of === 'placed');
  const marks = present.map((place) => markOf(place, present.some(({ attendance }) => attendance.length), gathering.days.length));
  if (present.some(({ attendance }) => attendance.length)) {
    const [done, unrecorded] = [marks.filter((mark) => mark === 'full').length, marks.filter((mark) => mark === 'none').length];
    if (today < gathering.endsOn) return [{ key: 'training.headline.begun' }, { key: 'training.headline.recorded', values: { recorded: present.length - unrecorded, count: present.length } }];
    const left = present.length - done - unrecorded;
    return [
      { key: 'training.headline.done', values: { done, count: present.length } },
      left ? { key: 'training.headline.left', values: { count: left } } : unrecorded ? { key: 'training.headline.unrecorded', values: { count: unrecorded } } : undefined,
    ];
  }
  if (capacity === null) return [{ key: 'training.headline.held' }];
  const free = freePlaces(gathering) ?? 0;
  if (gathering.offered) return [{ key: 'training.headline.taken', values: { placed, count: capacity } }, { key: 'training.headline.offered', values: { count: gathering.offered, waiting } }];
  const rest: Sentence = waiting ? { key: 'training.headline.waiting', values: { count: waiting } } : { key: 'training.headline.free', values: { count: free } };
  return [{ key: 'training.headline.taken', values: { placed, count: capacity } }, rest];
}
