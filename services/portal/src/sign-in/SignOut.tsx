import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import type { Me } from '@riggen/contracts';
import { answerOf } from '../api/fetch-json.js';
import { useLanguage } from '../language/useLanguage.js';

/** Who is signed in, and the way out: here first, then at the provider. */
export function SignOut({ me }: { me: Me }) {
  const { t } = useLanguage();
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async () => answerOf<{ address: string }>(await fetch('/api/sign-out', { method: 'POST' })),
    onSuccess: ({ address }) => window.location.assign(address),
  });
  return (
    <div className="signed-in">
      <span className="signed-in-name">
        <span className="ds-sr-only">{t('signIn.signedInAs', { name: '' })}</span>
        {me.name ?? t('signIn.withoutName')}
      </span>
      <Button variant="tertiary" loading={isPending} onClick={() => mutate()}>
        {t('signIn.out')}
      </Button>
      {isError && <span role="alert">{t('signIn.outFailed')}</span>}
    </div>
  );
}
