import { Details } from '@digdir/designsystemet-react';
import { CommandForm } from '../components/form/CommandForm.js';
import { TextField } from '../components/form/fields.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';

interface About {
  personId: string;
  programmeId: string;
}

/** Awards the certificate. What is still missing is told when it cannot be. */
export function AwardCertificate({ personId, programmeId }: About) {
  const { t } = useLanguage();
  const mayDo = useMayDo();
  if (!mayDo('training/award-certificate')) return null;
  return (
    <CommandForm
      definition={{ service: 'training', name: 'award-certificate' }}
      initial={{}}
      commandOf={() => ({ personId, programmeId })}
      fieldOf={() => ''}
      submit={t('training.certificate.award')}
      variant="secondary"
    />
  );
}

/** Lets somebody who is certified supervise in the programme. */
export function QualifySupervisor({ personId, programmeId }: About) {
  const { t } = useLanguage();
  const mayDo = useMayDo();
  if (!mayDo('training/qualify-supervisor')) return null;
  return (
    <CommandForm
      definition={{ service: 'training', name: 'qualify-supervisor' }}
      initial={{}}
      commandOf={() => ({ personId, programmeId, earlier: false })}
      fieldOf={() => ''}
      submit={t('training.certificate.supervisor')}
      done={t('training.certificate.supervisorDone')}
      variant="secondary"
    />
  );
}

/** Takes a certificate back, with the reason; folded away, for it is rare. */
export function RevokeCertificate({ personId, programmeId }: About) {
  const { t } = useLanguage();
  const mayDo = useMayDo();
  if (!mayDo('training/revoke-certificate')) return null;
  return (
    <Details className="show-as-table">
      <Details.Summary>{t('training.certificate.revoke')}</Details.Summary>
      <Details.Content>
        <CommandForm<{ reason: string }>
          definition={{ service: 'training', name: 'revoke-certificate' }}
          initial={{ reason: '' }}
          commandOf={({ reason }) => ({ personId, programmeId, reason })}
          submit={t('training.certificate.revokeSubmit')}
          variant="secondary"
        >
          <TextField name="reason" label={t('training.reason')} description={t('training.noNames')} />
        </CommandForm>
      </Details.Content>
    </Details>
  );
}
