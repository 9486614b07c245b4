import type { getSupervisionSessions } from '@riggen/contracts';
import type { z } from 'zod';
import { useAnswer } from '../api/useAnswer.js';
import { Loaded } from '../components/Loaded.js';
import { Pages } from '../components/Pages.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { statuses } from '../training/StatusChoice.js';
import { usePersonNames } from '../training/useNames.js';
import { MendAttendance } from './MendAttendance.js';

type Session = z.infer<typeof getSupervisionSessions.output>['items'][number];

interface SessionsProps {
  serviceId: string;
  groupId: string;
  page: number;
  onPage: (page: number) => void;
}

const size = 10;

/** The sessions of a group, the newest first, with who attended; where it is corrected. */
export function Sessions({ serviceId, groupId, page, onPage }: SessionsProps) {
  const { t } = useLanguage();
  const sessions = useAnswer<typeof getSupervisionSessions>({ service: 'supervision', name: 'sessions' }, { serviceId, groupId, page, size });
  const nameOf = usePersonNames(sessions.data?.items.flatMap(({ attendance }) => attendance.map(({ personId }) => personId)) ?? [], serviceId);
  return (
    <Loaded answer={sessions} height={480}>
      {({ items, ...list }) => (
        <Finding title={t('supervision.sessions.title')} dek={t('supervision.sessions.dek')}>
          <ul className="plain-rows session-rows">
            {items.map((session) => (
              <SessionRow key={session.sessionId} serviceId={serviceId} session={session} nameOf={nameOf} />
            ))}
          </ul>
          <Pages label={t('supervision.sessions.pages')} list={list} onPage={onPage} />
        </Finding>
      )}
    </Loaded>
  );
}

function SessionRow({ serviceId, session, nameOf }: { serviceId: string; session: Session; nameOf: (personId: string) => string }) {
  const { t, format } = useLanguage();
  const { heldOn, minutes, attendance } = session;
  const facts = [
    t('supervision.sessions.length', { count: minutes }),
    t(`supervision.format.${session.format}`).toLowerCase(),
    ...(session.skillsPractised ? [t('supervision.sessions.practised')] : []),
    ...(session.caseDiscussed ? [t('supervision.sessions.discussed')] : []),
  ];
  const people = statuses.flatMap((status) => {
    const names = attendance.filter((one) => one.status === status).map(({ personId }) => nameOf(personId));
    return names.length ? [{ status, names: names.sort((a, b) => a.localeCompare(b, 'nb')).join(', ') }] : [];
  });
  return (
    <li>
      <h3>{format.date(heldOn)}</h3>
      <p className="dek">{facts.join(', ')}</p>
      {people.map(({ status, names }) => (
        <p key={status} className="present">
          <b>{t(`training.attendance.status.${status}`)}:</b> {names}
        </p>
      ))}
      {!people.length && <p className="present">{t('supervision.sessions.nobody')}</p>}
      <MendAttendance serviceId={serviceId} session={session} nameOf={nameOf} />
    </li>
  );
}
