import type { listTeams } from '@riggen/contracts';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Loaded } from '../components/Loaded.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { usePersonNames } from '../training/useNames.js';

/** The implementation team of a service: who is in it and what it lacks. */
export function ServiceTeam({ serviceId }: { serviceId: string }) {
  const { t } = useLanguage();
  const teams = useAnswer<typeof listTeams>({ service: 'rollout', name: 'teams' }, { serviceId, level: 'service' });
  const nameOf = usePersonNames(teams.data?.items.flatMap(({ members }) => members.map(({ personId }) => personId)) ?? [], serviceId);
  return (
    <Loaded answer={teams} height={160}>
      {({ items }) => (
        <Finding title={t('team.of.title', { count: items.length })}>
          {items.map(({ teamId, name, members, missingCompetence }) => (
            <ul key={teamId} className="plain-rows">
              <li>{name}</li>
              {members.map(({ personId, competence }) => (
                <li key={personId}>{[nameOf(personId), ...competence.map((area) => t(`team.area.${area}`))].join(', ')}</li>
              ))}
              {missingCompetence.length > 0 && <li className="signal-text">{t('team.missing', { areas: missingCompetence.map((area) => t(`team.area.${area}`)).join(', ') })}</li>}
            </ul>
          ))}
          {items.length === 0 && <p className="note">{t('team.of.empty')}</p>}
          <div className="actions">
            <Link to="/team">{t('team.of.link')}</Link>
          </div>
        </Finding>
      )}
    </Loaded>
  );
}
