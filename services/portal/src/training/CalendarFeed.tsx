import { useState } from 'react';
import { CommandForm } from '../components/form/CommandForm.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

const tokenBytes = 24;

/** A token that only who opens the calendar has, and what the server keeps of it. */
async function newToken() {
  const token = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(tokenBytes)))).replaceAll('+', '-').replaceAll('/', '_');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  return { token, hash: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** Opens and closes a person's calendar under a secret address, which is shown once. */
export function CalendarFeed({ personId }: { personId: string }) {
  const { t } = useLanguage();
  const [made] = useState(newToken);
  const [ready, setReady] = useState<Awaited<ReturnType<typeof newToken>>>();
  const [open, setOpen] = useState(false);
  void made.then(setReady);
  return (
    <div className="finding-below">
      <Finding title={t('training.calendar.title')} dek={t('training.calendar.dek')}>
        {open && ready && (
          <div role="status">
            <code className="secret-address">{`${window.location.origin}/api/calendar/${ready.token}.ics`}</code>
            <p className="dek">{t('training.calendar.once')}</p>
          </div>
        )}
        <div className="answer-buttons">
          {ready && !open && (
            <CommandForm
              definition={{ service: 'training', name: 'open-calendar-feed' }}
              initial={{}}
              commandOf={() => ({ personId, tokenHash: ready.hash })}
              submit={t('training.calendar.open')}
              variant="secondary"
              onDone={() => setOpen(true)}
            />
          )}
          <CommandForm
            definition={{ service: 'training', name: 'close-calendar-feed' }}
            initial={{}}
            commandOf={() => ({ personId })}
            submit={t('training.calendar.close')}
            done={t('training.calendar.closed')}
            variant="secondary"
            onDone={() => setOpen(false)}
          />
        </div>
      </Finding>
    </div>
  );
}
