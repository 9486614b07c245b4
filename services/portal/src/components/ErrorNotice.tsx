import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ServerError } from '../api/fetch-json.js';
import { ServerProblem } from '../api/problem.js';
import { wordsOf } from '../api/words-of.js';
import { useLanguage } from '../language/useLanguage.js';

interface ErrorNoticeProps {
  error: Error;
  retry: () => void;
}

/** What went wrong with the figures, and what to do about it. */
export function ErrorNotice({ error, retry }: ErrorNoticeProps) {
  const { t } = useLanguage();
  const reasonOf = (failure: Error) => {
    if (failure instanceof ServerProblem) return wordsOf(failure.problem);
    return failure instanceof ServerError ? t('error.server', { status: failure.status }) : t('error.offline');
  };
  return (
    <div className="section section-first">
      <Alert data-color="danger" role="alert">
        <Heading level={2} data-size="xs">
          {t('error.title')}
        </Heading>
        <Paragraph>
          {reasonOf(error)}
        </Paragraph>
      </Alert>
      <div className="actions">
        <Button onClick={retry}>{t('error.retry')}</Button>
      </div>
    </div>
  );
}
