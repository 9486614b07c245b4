import type { getCurricula, getStaffTraining } from '@riggen/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { type Mark, SeatMark } from '../charts/SeatMarks.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Pages } from '../components/Pages.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { usePersonNames } from '../training/useNames.js';
import { markOf } from './service-facts.js';

const size = 25;
const told: readonly Mark[] = ['full', 'madeUp', 'open', 'missing', 'none'];

/** The people of a service against the modules that the programme asks of them; those who miss most first on each page. */
export function StaffTraining({ serviceId, programmeId }: { serviceId: string; programmeId: string }) {
  const { t, language } = useLanguage();
  const [page, setPage] = useState(1);
  const staff = useAnswer<typeof getStaffTraining>({ service: 'training', name: 'staff-training' }, { serviceId, programmeId, page, size });
  const curricula = useAnswer<typeof getCurricula>({ service: 'training', name: 'curricula' }, { programmeId, size: 1 });
  const nameOf = usePersonNames(staff.data?.items.map(({ personId }) => personId) ?? [], serviceId);
  const modules = (curricula.data?.items[0]?.modules ?? []).filter(({ compulsoryFor }) => compulsoryFor.length > 0);
  return (
    <Loaded answer={staff} height={480}>
      {({ items, ...list }) => {
        const trained = items.filter((person) => person.trained).length;
        return (
          <Finding
            title={items.length ? t('ownService.staff.title', { trained, count: items.length }) : t('ownService.staff.none')}
            dek={items.length ? t('ownService.staff.dek') : t('ownService.staff.empty')}
          >
            {items.length > 0 && (
              <>
                <p className="mark-key">
                  {told.map((mark) => (
                    <span key={mark}>
                      <SeatMark mark={mark} /> {t(`ownService.marks.${mark as 'full'}`)}
                    </span>
                  ))}
                </p>
                <DataTable
                  caption={t('ownService.staff.caption')}
                  keyOf={({ personId }) => personId}
                  rows={[...items].sort((a, b) => b.missing.length - a.missing.length)}
                  columns={[
                    {
                      id: 'person',
                      head: t('services.staffList.person'),
                       cell: ({ personId }) => (
                        <Link to="/opplaering/$personId" params={{ personId }}>
                          {nameOf(personId)}
                        </Link>
                      ),
                    },
                    ...modules.map((module, index) => ({
                      id: module.moduleId,
                      head: (
                        <abbr title={module.title[language as 'nb'] ?? module.title.nb}>
                          <span aria-hidden="true">{index + 1}</span>
                          <span className="ds-sr-only">{module.title[language as 'nb'] ?? module.title.nb}</span>
                        </abbr>
                      ),
                      cell: (person: (typeof items)[number]) => {
                        const mark = markOf(person, module);
                        return <SeatMark mark={mark} label={t(`ownService.marks.${mark as 'full'}`)} />;
                      },
                    })),
                    {
                      id: 'rest',
                      head: t('ownService.staff.rest'),
                      numeric: true,
                      cell: (person) => (person.trained ? t('ownService.staff.trained') : t('ownService.staff.missing', { count: person.missing.length })),
                    },
                  ]}
                />
                <ol className="module-key">
                  {modules.map(({ moduleId, title }) => (
                    <li key={moduleId}>{title[language as 'nb'] ?? title.nb}</li>
                  ))}
                </ol>
                <Pages label={t('ownService.staff.pages')} list={list} onPage={setPage} />
                <SourceLine>{t('ownService.staff.source', { count: list.total })}</SourceLine>
              </>
            )}
          </Finding>
        );
      }}
    </Loaded>
  );
}
