import { Button, Textfield } from '@digdir/designsystemet-react';
import type { verifyCertificate } from '@riggen/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

const route = getRouteApi('/bekreft');

/** Where anybody, without signing in, checks that a certificate holds. */
export function VerifyPage() {
  const { t, language, format } = useLanguage();
  const { kode = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(kode);
  const answer = useAnswer<typeof verifyCertificate>({ service: 'training', name: 'verify-certificate' }, { code: kode }, { enabled: kode !== '' });
  const found = kode ? answer.data : undefined;
  const until = found?.validUntil ? format.date(found.validUntil) : '';
  return (
    <Page
      title={t('training.verify.title')}
      headline={found ? [t(`training.verify.state.${found.state}`), found.state === 'valid' ? t('training.verify.until', { until }) : undefined] : [t('training.verify.title')]}
    >
      <Section heavy>
        <form
          className="command-form"
          onSubmit={(event) => {
            event.preventDefault();
            void navigate({ search: typed.trim() ? { kode: typed.trim() } : {} });
          }}
        >
          <Textfield label={t('training.verify.code')} description={t('training.verify.text')} value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={40} autoComplete="off" />
          <div className="actions">
            <Button type="submit">{t('training.verify.submit')}</Button>
          </div>
        </form>
        <div role="status">
          {kode && (
            <Loaded answer={answer} height={96}>
              {({ state, programme, awardedOn }) => (
                <p className="note">
                  {t(`training.verify.state.${state}`)}{' '}
                  {state !== 'unknown' && t('training.verify.about', { programme: programme?.[language as 'nb'] ?? programme?.nb ?? '', awarded: awardedOn ? format.date(awardedOn) : '', until })}
                </p>
              )}
            </Loaded>
          )}
        </div>
      </Section>
    </Page>
  );
}
