import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ServerError } from '../api/fetch-json.js';
import { useLanguage } from '../language/useLanguage.js';

interface ErrorNoticeProps {
  error: Error;
  retry: () => void;
}

/** What went wrong with the figures, and what to do about it. */
export function ErrorNotice({ error, retry }: ErrorNoticeProps) {
  const { t } = useLanguage();
  return (
    <div className="section section-first">
      <Alert data-color="danger" role="alert">
        <Heading level={2} data-size="xs">
          {t('error.title')}
        </Heading>
        <Paragraph>
          {error instanceof ServerError ? t('error.server', { status: error.status }) : t('error.offline')}
        </Paragraph>
      </Alert>
      <div className="actions">
        <Button onClick={retry}>{t('error.retry')}</Button>
      </div>
    </div>
  );
}
