import type { getStaff, listPeople } from '@riggen/contracts';
import { useState } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Pages } from '../components/Pages.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { EmployPerson } from './EmployPerson.js';
import { EndPosition } from './EndPosition.js';

const pageSize = 50;

/** Who is employed in a service today, and how somebody comes and goes. */
export function Staff({ serviceId }: { serviceId: string }) {
  const { t, format } = useLanguage();
  const mayDo = useMayDo();
  const [page, setPage] = useState(1);
  const staff = useAnswer<typeof getStaff>({ service: 'rollout', name: 'staff' }, { serviceId, page, size: pageSize });
  const ids = staff.data?.items.map(({ personId }) => personId).join(',');
  const people = useAnswer<typeof listPeople>({ service: 'rollout', name: 'people' }, { ids, serviceId, size: pageSize }, { enabled: !!ids && mayDo('rollout/staff') });
  const names = new Map(people.data?.items.map(({ personId, name }) => [personId, name]));
  const nameOf = (personId: string) => names.get(personId) ?? personId;
  return (
    <Loaded answer={staff} height={480}>
      {({ items, on, ...list }) => (
        <>
          <Finding title={t('services.staffList.title', { count: list.total })} dek={t('services.staffList.dek')}>
            {items.length ? (
              <DataTable
                caption={t('services.staffList.caption')}
                keyOf={({ positionId }) => positionId}
                rows={items}
                columns={[
                  { id: 'person', head: t('services.staffList.person'), cell: ({ personId }) => nameOf(personId) },
                  { id: 'role', head: t('services.staffList.role'), cell: ({ role }) => t(`services.roles.${role}`) },
                  { id: 'from', head: t('services.staffList.from'), cell: ({ from }) => format.date(from) },
                  { id: 'to', head: t('services.staffList.to'), cell: ({ to }) => (to ? format.date(to) : '–') },
                  { id: 'percentage', head: t('services.staffList.percentage'), numeric: true, cell: ({ percentage }) => (percentage === null ? '–' : format.percent(percentage)) },
                ]}
              />
            ) : (
              <p>{t('services.staffList.empty')}</p>
            )}
            <Pages label={t('services.staffList.pages')} list={list} onPage={setPage} />
            <SourceLine>{t('services.source', { date: format.date(on) })}</SourceLine>
          </Finding>
          {mayDo('rollout/open-position') && <EmployPerson serviceId={serviceId} today={on} />}
          {mayDo('rollout/end-position') && items.length > 0 && (
            <EndPosition positions={items.map(({ positionId, ownerServiceId, personId }) => ({ positionId, ownerServiceId, name: nameOf(personId) }))} />
          )}
        </>
      )}
    </Loaded>
  );
}
