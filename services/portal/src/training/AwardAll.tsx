import { Button } from '@digdir/designsystemet-react';
import type { getCertificates } from '@riggen/contracts';
import type { z } from 'zod';
import { useSendAll } from '../api/useSendAll.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';

export type Candidate = z.infer<typeof getCertificates.output>['items'][number];

interface AwardAllProps {
  programmeId: string;
  candidates: readonly Candidate[];
  nameOf: (personId: string) => string;
}

/** Awards the certificate to everybody on the page who has done what it asks. */
export function AwardAll({ programmeId, candidates, nameOf }: AwardAllProps) {
  const { t } = useLanguage();
  const mayDo = useMayDo();
  const { mutate, data, error, isPending, progress } = useSendAll({ service: 'training', name: 'award-certificate' });
  const people = [...new Set(candidates.map(({ personId }) => personId))];
  if (!mayDo('training/award-certificate')) return null;
  return (
    <>
      {people.length > 0 && (
        <div className="actions">
          <Button loading={isPending} onClick={() => mutate(people.map((personId) => ({ id: crypto.randomUUID(), label: nameOf(personId), command: { personId, programmeId } })))}>
            {t('training.certificates.awardAll', { count: people.length })}
          </Button>
        </div>
      )}
      <div role="status">
        {isPending && <p className="note">{t('training.certificates.progress', progress)}</p>}
        {data && <p className="note">{t('training.certificates.done', { count: data.accepted })}</p>}
        {error && <p className="signal-text">{t('form.notSent')}</p>}
        {data?.refused.map(({ label, detail }) => (
          <p key={label} className="signal-text">{`${label}: ${detail}`}</p>
        ))}
      </div>
    </>
  );
}
