import { Link } from '@tanstack/react-router';
import { type Mark, SeatMark, SeatRow } from '../charts/SeatMarks.js';
import { DataTable } from '../components/DataTable.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { freePlaces, type Gathering, type Place, seatsByService } from './gathering-facts.js';
import { useServices } from './useNames.js';

/** The places of a gathering, one mark a person, service by service. */
export function Seats({ gathering, places }: { gathering: Gathering; places: readonly Place[] }) {
  const { t, format } = useLanguage();
  const { nameOf } = useServices(gathering.region ?? undefined);
  const dates = gathering.days.map(({ date }) => date);
  const services = seatsByService(places, dates);
  const attended = places.some(({ attendance }) => attendance.length);
  const wordOf = (mark: Mark) => t(`training.seats.${attended ? 'after' : 'before'}.${mark as 'full'}`);
  const shown = [...new Set(services.flatMap(({ marks }) => marks))];
  const free = freePlaces(gathering);
  const title =
    free === undefined || gathering.status !== 'published'
      ? t('training.seats.title', { count: services.length })
      : free
        ? t('training.seats.free', { count: free, capacity: gathering.capacity ?? 0 })
        : t('training.seats.full', { count: gathering.capacity ?? 0, waiting: gathering.waiting });
  return (
    <Finding title={title}>
      {services.length ? (
        <>
          <ul className="seat-key">
            {shown.map((mark) => (
              <li key={mark}>
                <SeatMark mark={mark} /> {wordOf(mark)}
              </li>
            ))}
          </ul>
          <DataTable
            caption={t('training.seats.caption')}
            keyOf={({ serviceId }) => serviceId ?? ''}
            rows={services}
            columns={[
              { id: 'service', head: t('services.one'), cell: ({ serviceId }) => <span className="seat-service">{serviceId ? nameOf(serviceId) : '–'}</span> },
              { id: 'marks', head: t('training.seats.marks'), cell: ({ marks }) => <SeatRow marks={marks} label={shown.map((mark) => `${wordOf(mark)}: ${marks.filter((one) => one === mark).length}`).join(', ')} /> },
              { id: 'places', head: t('training.seats.places'), numeric: true, cell: ({ places: count }) => format.count(count) },
              ...(attended
                ? dates.map((date, index) => ({ id: date, head: t('training.days.day', { number: index + 1 }), numeric: true, cell: ({ attended: by }: (typeof services)[number]) => format.count(by[index] ?? 0) }))
                : []),
              { id: 'waiting', head: t('training.list.waiting'), numeric: true, cell: ({ waiting }) => (waiting ? format.count(waiting) : '–') },
            ]}
          />
        </>
      ) : (
        <p>{t(gathering.status === 'planned' ? 'training.seats.notOpen' : 'training.seats.empty')}</p>
      )}
      <div className="actions">
        <Link to="/samlinger/$gatheringId/deltakere" params={{ gatheringId: gathering.gatheringId }}>
          {t('training.participants.link')}
        </Link>
      </div>
      <SourceLine>{t('training.seats.source')}</SourceLine>
    </Finding>
  );
}
