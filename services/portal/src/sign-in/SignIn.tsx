import { Alert, Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import type { SignInProvider } from '@riggen/contracts';
import { fetchJson } from '../api/fetch-json.js';
import { ErrorNotice } from '../components/ErrorNotice.js';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

interface SignInProps {
  /** The page to come back to. */
  returnTo: string;
  /** Whether a sign-in has just not succeeded. */
  failed?: boolean;
}

/** The ways to sign in. */
export function SignIn({ returnTo, failed = false }: SignInProps) {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['sign-in'],
    queryFn: ({ signal }) => fetchJson<SignInProvider[]>('/api/sign-in', signal),
  });
  const back = new URLSearchParams({ returnTo, language });
  return (
    <Page title={t('signIn.title')} headline={[t('signIn.headline'), t('signIn.rest')]}>
      <Section heavy>
        {failed && (
          <Alert data-color="danger" role="alert">
            {t('signIn.failed')}
          </Alert>
        )}
        {error && <ErrorNotice error={error} retry={() => void refetch()} />}
        {data?.length === 0 && <p>{t('signIn.none')}</p>}
        <ul className="sign-in-ways">
          {data?.map(({ id, name, address, demo }) => (
            <li key={id}>
              <Button asChild>
                <a href={`${address}?${back.toString()}`}>{demo ? t('signIn.demo') : t('signIn.with', { name })}</a>
              </Button>
              {demo && <p className="dek">{t('signIn.demoText')}</p>}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
