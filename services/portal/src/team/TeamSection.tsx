import { Details } from '@digdir/designsystemet-react';
import { DataTable } from '../components/DataTable.js';
import { Finding } from '../components/Section.js';
import { isRegion } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { usePersonNames, useServices } from '../training/useNames.js';
import { ChangeTeam } from './ChangeTeam.js';
import { isLacking, type Team } from './team-facts.js';

const mostNamed = 6;

/** One team: who is in it, what they can and whom they represent, what it lacks; its changes are folded away. */
export function TeamSection({ team }: { team: Team }) {
  const { t, format } = useLanguage();
  const mayDo = useMayDo();
  const { name, level, region, services, members, from, missingCompetence, unrepresented } = team;
  const nameOf = usePersonNames(members.map(({ personId }) => personId));
  const { nameOf: serviceName } = useServices(region ?? undefined);
  const unitName = (id: string): string => (isRegion(id) ? t(`region.${id}`) : serviceName(id));
  const areasOf = (areas: readonly string[]) => areas.map((area) => t(`team.area.${area as 'teaching'}`)).join(', ');
  return (
    <Finding
      title={name}
      dek={[t(`team.level.${level}`), region && t(`region.${region}`), services.length > 0 && t('team.services', { names: services.map((one) => one.name).join(', ') }), t('team.since', { date: format.date(from) })]
        .filter(Boolean)
        .join(', ')}
    >
      {members.length ? (
        <DataTable
          caption={t('team.members', { name })}
          keyOf={({ personId }) => personId}
          rows={members}
          columns={[
            { id: 'member', head: t('team.member'), cell: ({ personId }) => nameOf(personId) },
            { id: 'competence', head: t('team.competence'), cell: ({ competence }) => <span className="wrapping-cell">{areasOf(competence) || '–'}</span> },
            { id: 'represents', head: t('team.represents'), cell: ({ represents }) => <span className="wrapping-cell">{represents.map(unitName).join(', ') || '–'}</span> },
          ]}
        />
      ) : (
        <p className="note">{t('team.noMembers')}</p>
      )}
      {missingCompetence.length > 0 && <p className="signal-text">{t('team.missing', { areas: areasOf(missingCompetence) })}</p>}
      {unrepresented.length > 0 && <p className="signal-text">{t('team.unrepresented', { count: unrepresented.length, names: namesOf(unrepresented) })}</p>}
      {!isLacking(team) && <p className="note">{t('team.complete')}</p>}
      {mayDo('rollout/change-team') && (
        <Details className="show-as-table">
          <Details.Summary>{t('team.change')}</Details.Summary>
          <Details.Content>
            <ChangeTeam team={team} nameOf={nameOf} />
          </Details.Content>
        </Details>
      )}
    </Finding>
  );

  function namesOf(units: Team['unrepresented']): string {
    const named = units.slice(0, mostNamed).map(({ id, name: called }) => (isRegion(id) ? t(`region.${id}`) : called)).join(', ');
    return units.length > mostNamed ? t('team.andMore', { names: named, count: units.length - mostNamed }) : named;
  }
}
