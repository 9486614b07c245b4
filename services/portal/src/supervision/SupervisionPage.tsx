import type { getServiceUnit, getSupervisionGroups } from '@riggen/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { Choice, Choices } from '../components/Choices.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Finding, Section } from '../components/Section.js';
import { ownRegion } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMe } from '../sign-in/useMe.js';
import { SubNavigation } from '../training/SubNavigation.js';
import { useServices } from '../training/useNames.js';
import { nextGroupOf, numberOf } from './groups.js';
import { LogSession } from './LogSession.js';
import { Sessions } from './Sessions.js';
import { useOwn } from './useOwn.js';

const route = getRouteApi('/veiledning');
const mostGroups = 200;

/** The supervision groups of a service: when one met, who attended, and where a session is logged. */
export function SupervisionPage() {
  const { t, format } = useLanguage();
  const { data: me } = useMe();
  const { service, group: wanted, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const own = useOwn();
  const serviceId = service ?? own.service ?? '';
  const { choices } = useServices(ownRegion(me ?? undefined));
  const unit = useAnswer<typeof getServiceUnit>({ service: 'rollout', name: 'service-unit' }, { serviceId }, { enabled: serviceId !== '' });
  const groups = useAnswer<typeof getSupervisionGroups>({ service: 'supervision', name: 'groups' }, { serviceId, groupId: own.group, size: mostGroups }, { enabled: serviceId !== '' });
  const [logged, setLogged] = useState<Logged>();
  const [forms, setForms] = useState(0);
  const known = groups.data?.items ?? [];
  // A group that is not known is a new one.
  const newGroup = nextGroupOf(serviceId, known);
  const groupId = own.group ?? wanted ?? known[0]?.groupId ?? newGroup;
  const group = known.find((one) => one.groupId === groupId);
  // It stands in the address from the beginning: what somebody writes must not change its group because another one met meanwhile.
  const isToBeNamed = groups.data !== undefined && wanted !== groupId;
  useEffect(() => {
    if (isToBeNamed) void navigate({ search: (search) => ({ ...search, group: groupId }), replace: true });
  }, [isToBeNamed, groupId, navigate]);
  const title = t('supervision.title');
  const choose = (search: { service?: string; group?: string; page?: number }) => {
    setLogged(undefined);
    void navigate({ search });
  };
  return (
    <Page
      title={title}
      markings={unit.data?.unit?.marking ? [unit.data.unit.marking] : []}
      context={
        <>
          <SubNavigation />
          <Choices>
            {own.service ? (
              <span>{unit.data?.unit?.name}</span>
            ) : (
              <Choice label={t('services.one')} value={serviceId} options={[{ value: '', label: t('form.choose') }, ...choices]} onChange={(value) => choose(value ? { service: value } : {})} />
            )}
            {known.length > 0 && !own.group && (
              <Choice
                label={t('supervision.groupLabel')}
                value={group?.groupId ?? newGroup}
                options={[...known.map((one) => ({ value: one.groupId, label: nameOf(one.groupId) })), { value: newGroup, label: t('supervision.newGroup') }]}
                onChange={(value) => choose({ ...(service && { service }), group: value })}
              />
            )}
          </Choices>
        </>
      }
      headline={headline()}
    >
      <Section heavy>{serviceId ? <Loaded answer={groups} height={640}>{() => content()}</Loaded> : <p>{t('supervision.chooseService')}</p>}</Section>
    </Page>
  );

  function nameOf(id: string): string {
    const number = numberOf(id, serviceId);
    return number === undefined ? id : t('supervision.group', { number });
  }

  function headline(): [string, string?] {
    if (!serviceId || !groups.data) return [title];
    if (group) return [t('supervision.headline.last', { group: nameOf(group.groupId), date: format.date(group.lastHeldOn) }), t('supervision.headline.count', { count: group.sessions })];
    return [t(known.length ? 'supervision.headline.new' : 'supervision.headline.never')];
  }

  function content() {
    return (
      <div className="columns columns-for-form">
        <Finding title={t('supervision.log.title')} dek={t('supervision.log.dek')}>
          <LogSession
            key={`${serviceId} ${groupId} ${forms}`}
            serviceId={serviceId}
            groupId={groupId}
            group={group}
            onLogged={(session) => {
              setLogged(session);
              setForms(forms + 1);
            }}
          />
          <WhatIsLogged logged={logged} />
        </Finding>
        {group ? (
          <Sessions serviceId={serviceId} groupId={group.groupId} page={page} onPage={(next) => void navigate({ search: { ...(service && { service }), group: group.groupId, page: next } })} />
        ) : (
          <Finding title={t('supervision.sessions.title')}>
            <p className="note">{t('supervision.sessions.noneText')}</p>
          </Finding>
        )}
      </div>
    );
  }
}

interface Logged {
  heldOn: string;
  count: number;
}

/** Says that a session is saved. It takes the focus, which was in the form that is gone. */
function WhatIsLogged({ logged }: { logged: Logged | undefined }) {
  const { t, format } = useLanguage();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (logged) note.current?.focus();
  }, [logged]);
  return (
    <div role="status" tabIndex={-1} ref={note}>
      {logged && <p className="note">{t('supervision.log.done', { count: logged.count, date: format.date(logged.heldOn) })}</p>}
    </div>
  );
}
