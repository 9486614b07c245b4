import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLanguage } from '../language/useLanguage.js';
import { onSignedInElsewhere } from './returned.js';
import { useSessionEnded } from './session-ended.js';
import { askWhoIsSignedIn } from './useMe.js';

/** Says over the page, which stays as it is, that the session has ended, and lets one sign in beside it. */
export function SessionEnded() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const ended = useSessionEnded();
  useEffect(() => {
    if (!ended) return;
    const ask = () => void askWhoIsSignedIn(client);
    const stop = onSignedInElsewhere(ask);
    window.addEventListener('focus', ask);
    return () => {
      stop();
      window.removeEventListener('focus', ask);
      void client.invalidateQueries();
    };
  }, [ended, client]);
  return (
    <Dialog open={ended} closeButton={false} closedby="none" aria-labelledby="session-ended">
      <Dialog.Block>
        <Heading id="session-ended" level={2} data-size="xs">
          {t('signIn.sessionEnded.title')}
        </Heading>
        <Paragraph>{t('signIn.sessionEnded.text')}</Paragraph>
      </Dialog.Block>
      <Dialog.Block className="actions">
        <Button asChild>
          <a href="/innlogging?returnTo=/innlogget" target="_blank" rel="opener">
            {t('signIn.sessionEnded.open')}
          </a>
        </Button>
        <a href="/">{t('signIn.sessionEnded.leave')}</a>
      </Dialog.Block>
    </Dialog>
  );
}
