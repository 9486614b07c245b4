import { todayInOslo } from '../language/today.js';
import { useQuery } from '@tanstack/react-query';
import { everyone } from '../api/everyone.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { CheckboxesField, SelectField, TextField } from '../components/form/fields.js';
import { Columns, Finding } from '../components/Section.js';
import { regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useServices } from '../training/useNames.js';
import { areas, type Member, type Team, withMember } from './team-facts.js';

interface ChangeTeamProps {
  team: Team;
  nameOf: (personId: string) => string;
}

/** What can become of a team. Each form names the version that was seen: whoever comes second is told what the first has changed. */
export function ChangeTeam({ team, nameOf }: ChangeTeamProps) {
  const { t } = useLanguage();
  const { teamId, name, level, region, services, members, version } = team;
  const { choices } = useServices(region ?? undefined);
  const change = { definition: { service: 'rollout', name: 'change-team' }, done: t('team.saved'), variant: 'secondary' } as const;
  return (
    <Columns>
      <div>
        <SetMember team={team} nameOf={nameOf} />
        {members.length > 0 && (
          <div className="finding-below">
            <CommandForm<{ personId: string }>
              {...change}
              initial={{ personId: '' }}
              commandOf={({ personId }) => ({ teamId, basedOn: version, members: members.filter((one) => one.personId !== personId) })}
              fieldOf={() => ''}
              submit={t('team.removeMember')}
            >
              <SelectField name="personId" label={t('team.member')} choices={members.map(({ personId }) => ({ value: personId, label: nameOf(personId) }))} />
            </CommandForm>
          </div>
        )}
      </div>
      <div>
        <Finding title={t('team.rename.title')}>
          <CommandForm<{ name: string; services: string[]; basedOn: number }>
            {...change}
            initial={{ name, services: services.map(({ id }) => id), basedOn: version }}
            commandOf={({ name: called, services: shared, basedOn }) => ({ teamId, basedOn, name: called, ...(level === 'service' && { services: [shared].flat() }) })}
            fieldOf={(pointer) => pointer.split('/')[1] ?? ''}
            submit={t('team.rename.submit')}
          >
            <TextField name="name" label={t('team.rename.name')} />
            {level === 'service' && <CheckboxesField name="services" label={t('team.rename.shared')} choices={choices} />}
          </CommandForm>
        </Finding>
        <div className="finding-below">
          <Finding title={t('team.dissolve.title')}>
            <CommandForm<{ on: string }>
              definition={{ service: 'rollout', name: 'dissolve-team' }}
              initial={{ on: todayInOslo() }}
              commandOf={({ on }) => ({ teamId, on })}
              submit={t('team.dissolve.submit')}
              variant="secondary"
            >
              <TextField name="on" type="date" label={t('team.dissolve.on')} />
            </CommandForm>
          </Finding>
        </div>
      </div>
    </Columns>
  );
}

/** A member with what they can and whom they represent; the person is chosen by name where names may be seen. */
function SetMember({ team: { teamId, level, region, services, members, version }, nameOf }: ChangeTeamProps) {
  const { t } = useLanguage();
  const mayDo = useMayDo();
  const { data: people = [] } = useQuery({
    queryKey: ['everyone', region],
    queryFn: ({ signal }) => everyone(region ?? undefined, signal),
    enabled: mayDo('rollout/staff'),
  });
  const { choices } = useServices(region ?? undefined);
  const below = level === 'nation' ? regions.map((value) => ({ value, label: t(`region.${value}`) })) : level === 'region' ? choices : services.length > 1 ? services.map(({ id, name }) => ({ value: id, label: name })) : [];
  const known = new Map([...members.map(({ personId }) => [personId, nameOf(personId)] as const), ...people.map(({ personId, name }) => [personId, name ?? personId] as const)]);
  return (
    <Finding title={t('team.setMember.title')}>
      <CommandForm<Member>
        definition={{ service: 'rollout', name: 'change-team' }}
        initial={{ personId: '', competence: [], represents: [] }}
        commandOf={({ personId, competence, represents = [] }) => ({
          ...{ teamId, basedOn: version },
          members: withMember(members, { personId: personId.trim(), competence: [competence].flat(), represents: [represents].flat() }),
        })}
        fieldOf={(pointer) => pointer.split('/')[3] ?? ''}
        submit={t('team.setMember.submit')}
        done={t('team.saved')}
        variant="secondary"
      >
        {people.length ? (
          <SelectField name="personId" label={t('team.member')} choices={[...known].map(([value, label]) => ({ value, label }))} />
        ) : (
          <TextField name="personId" label={t('team.setMember.key')} />
        )}
        <CheckboxesField name="competence" label={t('team.competence')} choices={areas.map((value) => ({ value, label: t(`team.area.${value}`) }))} />
        {below.length > 0 && <CheckboxesField name="represents" label={t('team.represents')} choices={below} />}
      </CommandForm>
    </Finding>
  );
}
