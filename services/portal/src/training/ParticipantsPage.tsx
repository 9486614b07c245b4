import { Button } from '@digdir/designsystemet-react';
import type { getGathering } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { usePersonNames, useServices } from './useNames.js';

const route = getRouteApi('/samlinger/$gatheringId/deltakere');

/** The participants on paper, with a box for each day. */
export function ParticipantsPage() {
  const { t, format } = useLanguage();
  const { gatheringId } = route.useParams();
  const answer = useAnswer<typeof getGathering>({ service: 'training', name: 'gathering' }, { gatheringId });
  const { gathering } = answer.data ?? {};
  const places = (answer.data?.places ?? []).filter(({ status }) => status === 'placed');
  const nameOf = usePersonNames(places.map(({ personId }) => personId));
  const { nameOf: serviceName } = useServices(gathering?.region ?? undefined);
  const rows = places.map((place) => ({ ...place, name: nameOf(place.personId) })).sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  return (
    <Page
      title={t('training.participants.title')}
      context={
        <Link to="/samlinger/$gatheringId" params={{ gatheringId }}>
          {t('training.code.back')}
        </Link>
      }
      headline={[t('training.participants.headline', { count: rows.length }), gathering && format.dateRange(gathering.startsOn, gathering.endsOn)]}
    >
      <Section heavy>
        <Loaded answer={answer} height={480}>
          {() =>
            rows.length ? (
              <>
                <DataTable
                  caption={t('training.participants.title')}
                  keyOf={({ personId }) => personId}
                  rows={rows}
                  columns={[
                    { id: 'name', head: t('training.person'), cell: ({ name }) => name },
                    { id: 'service', head: t('services.one'), cell: ({ serviceId }) => (serviceId ? serviceName(serviceId) : '–') },
                    ...(gathering?.days ?? []).map(({ date }) => ({
                      id: date,
                      head: format.date(date),
                      cell: ({ attendance }: (typeof rows)[number]) => {
                        const day = attendance.find((one) => one.date === date);
                        return day ? t(`training.attendance.status.${day.status}`) : <span className="tick-box" role="img" aria-label={t('training.participants.notRecorded')} />;
                      },
                    })),
                  ]}
                />
                <div className="actions">
                  <Button onClick={() => window.print()}>{t('training.participants.print')}</Button>
                </div>
              </>
            ) : (
              <p>{t('training.seats.empty')}</p>
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
}
