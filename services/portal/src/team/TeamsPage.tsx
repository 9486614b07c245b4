import type { listTeams } from '@riggen/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Pages } from '../components/Pages.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';
import { FormTeam } from './FormTeam.js';
import { TeamSection } from './TeamSection.js';
import { isLacking } from './team-facts.js';

const route = getRouteApi('/team');
const size = 25;

/** The implementation teams of the unit that one works in, with what each lacks; formed, changed and dissolved here. */
export function TeamsPage() {
  const { t } = useLanguage();
  const { data: me } = useMe();
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const mayDo = useMayDo();
  const unit = me?.grants.find(({ role }) => role !== 'caseworker')?.unit ?? me?.grants[0]?.unit;
  const teams = useAnswer<typeof listTeams>(
    { service: 'rollout', name: 'teams' },
    { region: unit?.level === 'region' ? unit.region : undefined, serviceId: unit && 'service' in unit ? unit.service : undefined, page, size },
    { enabled: unit !== undefined },
  );
  const lacking = teams.data?.items.filter(isLacking).length ?? 0;
  return (
    <Page
      title={t('team.title')}
      headline={
        !teams.data
          ? [t('team.title')]
          : teams.data.total === 0
            ? [t('team.headline.none'), mayDo('rollout/form-team') ? t('team.headline.begin') : undefined]
            : [t('team.headline.count', { count: teams.data.total }), lacking ? t('team.headline.lacking', { count: lacking }) : t('team.headline.complete')]
      }
    >
      <Loaded answer={teams} height={480}>
        {({ items, ...list }) => (
          <>
            {items.map((team, index) => (
              <Section key={team.teamId} heavy={index === 0}>
                <TeamSection team={team} />
              </Section>
            ))}
            <Pages label={t('team.pages')} list={list} onPage={(next) => void navigate({ search: { page: next } })} />
          </>
        )}
      </Loaded>
      {unit && mayDo('rollout/form-team') && (
        <Section>
          <FormTeam unit={unit} />
        </Section>
      )}
    </Page>
  );
}
