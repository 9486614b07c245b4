import { Button } from '@digdir/designsystemet-react';
import type { getOrganisation, Grant } from '@riggen/contracts';
import { useState } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { DataTable } from '../components/DataTable.js';
import { ErrorNotice } from '../components/ErrorNotice.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Pages } from '../components/Pages.js';
import { Finding, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { MakeToken } from './MakeToken.js';
import { type ListedToken, useRevokeToken, useTokens } from './useTokens.js';

const size = 25;

/** The API tokens of programs: made, seen once, listed and revoked by an administrator. */
export function TokensPage() {
  const { t, format } = useLanguage();
  const [page, setPage] = useState(1);
  const tokens = useTokens(page, size);
  const revoke = useRevokeToken();
  const services = useAnswer<typeof getOrganisation>({ service: 'rollout', name: 'organisation' }, { size: 200 });
  const names = new Map(services.data?.items.map(({ serviceId, name }) => [serviceId, name]));
  const unitName = (unit: Grant['unit']): string =>
    unit.level === 'nation' ? t('administration.roles.nation') : 'service' in unit ? (names.get(unit.service) ?? unit.service) : t(`region.${unit.region}`);
  const stateOf = ({ revokedAt, expiresAt }: ListedToken) => {
    if (revokedAt) return t('administration.tokens.revoked', { date: format.date(revokedAt) });
    return t(new Date(expiresAt) <= new Date() ? 'administration.tokens.expired' : 'administration.tokens.valid');
  };
  const total = tokens.data?.total;
  return (
    <Page
      title={t('administration.tokens.title')}
      headline={total === undefined ? [t('administration.tokens.title')] : [t('administration.tokens.headline', { count: total }), t('administration.tokens.rest')]}
    >
      <Section heavy>
        <Loaded answer={tokens} height={360}>
          {({ items, ...list }) => (
            <Finding title={t('administration.tokens.list')}>
              {items.length ? (
                <DataTable
                  caption={t('administration.tokens.list')}
                  keyOf={({ id }) => id}
                  rows={items}
                  columns={[
                    { id: 'name', head: t('administration.tokens.name'), cell: ({ name }) => <span className="wrapping-cell">{name}</span> },
                    { id: 'role', head: t('administration.tokens.role'), cell: ({ grants }) => grants.map(({ role }) => (role === 'operator' ? role : t(`administration.role.${role}`))).join(', ') },
                    { id: 'unit', head: t('administration.tokens.unit'), cell: ({ grants }) => [...new Set(grants.map(({ unit }) => unitName(unit)))].join(', ') },
                    { id: 'expires', head: t('administration.tokens.expires'), cell: ({ expiresAt }) => format.date(expiresAt) },
                    { id: 'state', head: t('administration.tokens.state'), cell: stateOf },
                    {
                      id: 'revoke',
                      head: <span className="ds-sr-only">{t('administration.tokens.revoke')}</span>,
                      cell: (token) =>
                        !token.revokedAt && (
                          <Button variant="tertiary" data-size="sm" aria-label={t('administration.tokens.revokeNamed', { name: token.name })} onClick={() => revoke.mutate(token)}>
                            {t('administration.tokens.revoke')}
                          </Button>
                        ),
                    },
                  ]}
                />
              ) : (
                <p className="note">{t('administration.tokens.empty')}</p>
              )}
              <Pages label={t('administration.tokens.list')} list={list} onPage={setPage} />
            </Finding>
          )}
        </Loaded>
        {revoke.error && <ErrorNotice error={revoke.error} retry={() => revoke.mutate(revoke.variables)} />}
        <div role="status">{revoke.isSuccess && <p className="note">{t('administration.tokens.revokedNow', { name: revoke.variables.name })}</p>}</div>
      </Section>
      <Section>
        <MakeToken services={services.data?.items ?? []} />
      </Section>
    </Page>
  );
}
