import type { listOutbox } from '@riggen/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Choice, Choices } from '../components/Choices.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Pages } from '../components/Pages.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { usePersonNames } from '../training/useNames.js';
import { noticeStates } from './address.js';

const route = getRouteApi('/varsler');
const size = 25;

/** The notices of the last time with what became of each, and what they said. */
export function OutboxPage() {
  const { t, format } = useLanguage();
  const { state, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const notices = useAnswer<typeof listOutbox>({ service: 'rollout', name: 'outbox' }, { state, page, size });
  const total = notices.data?.total;
  const nameOf = usePersonNames(notices.data?.items.map(({ personId }) => personId) ?? []);
  return (
    <Page
      title={t('administration.outbox.title')}
      context={
        <Choices>
          <Choice
            label={t('administration.outbox.state')}
            value={state ?? ''}
            options={[{ value: '', label: t('administration.outbox.all') }, ...noticeStates.map((value) => ({ value, label: t(`administration.outbox.${value}`) }))]}
            onChange={(value) => void navigate({ search: value ? { state: value } : {} })}
          />
        </Choices>
      }
      headline={total === undefined ? [t('administration.outbox.title')] : [t('administration.outbox.headline', { count: total })]}
    >
      <Section heavy>
        <Loaded answer={notices} height={640}>
          {({ items, ...list }) => (
            <>
              {items.length ? (
                <ul className="work-rows">
                  {items.map((notice) => (
                    <li key={notice.noticeId}>
                      <div>
                        <p className="row-title">{notice.subject}</p>
                        <p className="row-text">{t('administration.outbox.to', { person: nameOf(notice.personId), date: format.date(notice.at) })}</p>
                        <p className="row-text notice-text">{notice.text}</p>
                      </div>
                      <p className={notice.state === 'given-up' ? 'signal-text' : undefined}>
                        {t(`administration.outbox.${notice.state}`)}
                        {notice.channel && <> ({t(`administration.outbox.channel.${notice.channel}`)})</>}
                      </p>
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="note">{t('administration.outbox.empty')}</p>
              )}
              <Pages label={t('administration.outbox.title')} list={list} onPage={(next) => void navigate({ search: { ...(state && { state }), page: next } })} />
            </>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
