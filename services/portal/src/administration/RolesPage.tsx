import { todayInOslo } from '../language/today.js';
import type { Grant, getOrganisation, listRoleHolders } from '@riggen/contracts';
import { useState } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Pages } from '../components/Pages.js';
import { Columns, Finding, Section } from '../components/Section.js';
import { regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';
import { usePersonNames } from '../training/useNames.js';
import { rolesToGive, unitOf } from './units.js';

const size = 25;

/** Who holds which role where; given and withdrawn here. Somebody sees the holders of the units of their own. */
export function RolesPage() {
  const { t, format } = useLanguage();
  const { data: me } = useMe();
  const mayDo = useMayDo();
  const [page, setPage] = useState(1);
  const own = me?.grants.find(({ role }) => ['national_team', 'regional_team', 'local_leader', 'auditor', 'administrator'].includes(role))?.unit;
  const region = own && own.level === 'region' ? own.region : undefined;
  const serviceId = own && 'service' in own ? own.service : undefined;
  const holders = useAnswer<typeof listRoleHolders>({ service: 'rollout', name: 'role-holders' }, { region, serviceId, page, size }, { enabled: own !== undefined });
  const services = useAnswer<typeof getOrganisation>({ service: 'rollout', name: 'organisation' }, { region: own && own.level !== 'nation' ? own.region : undefined, size: 200 }, { enabled: own !== undefined });
  const names = new Map(services.data?.items.map((one) => [one.serviceId, one]));
  const unitName = (unit: Grant['unit']) =>
    unit.level === 'nation' ? t('administration.roles.nation') : 'service' in unit ? (names.get(unit.service)?.name ?? unit.service) : t(`region.${unit.region}`);
  const nameOf = usePersonNames(holders.data?.items.flatMap(({ personId, givenBy }) => [personId, givenBy]) ?? [], serviceId);
  const total = holders.data?.total;
  const today = todayInOslo();
  return (
    <Page title={t('administration.roles.title')} headline={total === undefined ? [t('administration.roles.title')] : [t('administration.roles.headline', { count: total })]}>
      <Section heavy>
        <Loaded answer={holders} height={480}>
          {({ items, ...list }) => (
            <Finding title={t('administration.roles.listTitle')} dek={t('administration.roles.dek')}>
              {items.length ? (
                <DataTable
                  caption={t('administration.roles.listTitle')}
                  keyOf={({ personId, holdingId }) => `${personId} ${holdingId}`}
                  rows={items}
                  columns={[
                    { id: 'person', head: t('administration.person'), cell: ({ personId }) => nameOf(personId) },
                    { id: 'role', head: t('administration.roles.role'), cell: ({ role }) => (role === 'operator' ? role : t(`administration.role.${role}`)) },
                    { id: 'unit', head: t('administration.roles.unit'), cell: ({ unit }) => unitName(unit) },
                    { id: 'from', head: t('administration.roles.from'), cell: ({ from }) => format.date(from) },
                    { id: 'until', head: t('administration.roles.until'), cell: ({ until }) => (until ? format.date(until) : '–') },
                    { id: 'given', head: t('administration.roles.given'), cell: ({ givenBy, givenAt }) => t('administration.roles.givenBy', { by: nameOf(givenBy), date: format.date(givenAt) }) },
                  ]}
                />
              ) : (
                <p className="note">{t('administration.roles.empty')}</p>
              )}
              <Pages label={t('administration.roles.listTitle')} list={list} onPage={setPage} />
            </Finding>
          )}
        </Loaded>
      </Section>
      {mayDo('rollout/give-role') && (
        <Section>
          <Columns>
            <Finding title={t('administration.roles.giveTitle')} dek={t('administration.roles.giveDek')}>
              <CommandForm<{ personId: string; role: string; unit: string; from: string; until: string }>
                definition={{ service: 'rollout', name: 'give-role' }}
                initial={{ personId: '', role: '', unit: '', from: today, until: '' }}
                commandOf={({ personId, role, unit, from, until }, holdingId) => ({ personId, holdingId, role, from, unit: unitOf(unit), ...(until && { until }) })}
                fieldOf={(pointer) => pointer.split('/')[1] ?? ''}
                submit={t('administration.roles.give')}
                done={t('administration.roles.gave')}
              >
                <TextField name="personId" label={t('administration.roles.personKey')} />
                <SelectField name="role" label={t('administration.roles.role')} choices={rolesToGive.map((value) => ({ value, label: t(`administration.role.${value}`) }))} />
                <SelectField
                  name="unit"
                  label={t('administration.roles.unit')}
                  choices={[
                    ...(own?.level === 'nation' ? [{ value: 'nation', label: t('administration.roles.nation') }] : []),
                    ...regions.filter((one) => own?.level === 'nation' || region === one).map((value) => ({ value: `region ${value}`, label: t(`region.${value}`) })),
                    ...[...names.values()].map((one) => ({ value: `service ${one.region} ${one.serviceId}`, label: one.name })),
                  ]}
                />
                <div className="side-by-side">
                  <TextField name="from" type="date" label={t('administration.roles.from')} />
                  <TextField name="until" type="date" label={t('administration.roles.until')} optional />
                </div>
              </CommandForm>
            </Finding>
            <Finding title={t('administration.roles.withdrawTitle')} dek={t('administration.roles.withdrawDek')}>
              <CommandForm<{ holding: string; from: string }>
                definition={{ service: 'rollout', name: 'withdraw-role' }}
                variant="secondary"
                initial={{ holding: '', from: today }}
                commandOf={({ holding, from }) => ({ ...holders.data?.items.filter(({ holdingId }) => holdingId === holding).map(({ personId, holdingId }) => ({ personId, holdingId }))[0], from })}
                fieldOf={(pointer) => (pointer.includes('from') ? 'from' : 'holding')}
                submit={t('administration.roles.withdraw')}
                done={t('administration.roles.withdrew')}
              >
                <SelectField
                  name="holding"
                  label={t('administration.roles.holding')}
                  choices={holders.data?.items.map(({ holdingId, personId, role, unit }) => ({ value: holdingId, label: `${nameOf(personId)}: ${role === 'operator' ? role : t(`administration.role.${role}`)}, ${unitName(unit)}` })) ?? []}
                />
                <TextField name="from" type="date" label={t('administration.roles.firstWithout')} />
              </CommandForm>
            </Finding>
          </Columns>
        </Section>
      )}
    </Page>
  );
}
