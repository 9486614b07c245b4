import { Button } from '@digdir/designsystemet-react';
import type { getCertificateDocument } from '@riggen/contracts';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '../api/fetch-json.js';
import { addressOf } from '../api/useAnswer.js';
import { ErrorNotice } from '../components/ErrorNotice.js';
import { useLanguage } from '../language/useLanguage.js';

type CertificateDocument = z.infer<typeof getCertificateDocument.output>;

/** The certificate as a PDF in the chosen language. */
export function DownloadCertificate({ personId, programmeId }: { personId: string; programmeId: string }) {
  const { t, language } = useLanguage();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () =>
      fetchJson<CertificateDocument>(
        addressOf({ service: 'training', name: 'certificate-document' }, { personId, programmeId, language }),
        new AbortController().signal,
      ),
    onSuccess: ({ fileName, base64 }) => {
      if (!base64) return;
      const address = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'application/pdf' }));
      Object.assign(document.createElement('a'), { href: address, download: fileName ?? 'sertifikat.pdf' }).click();
      URL.revokeObjectURL(address);
    },
  });
  return (
    <>
      <div className="actions">
        <Button variant="secondary" loading={isPending} onClick={() => mutate()}>
          {t('training.certificate.download')}
        </Button>
      </div>
      {error && <ErrorNotice error={error} retry={reset} />}
    </>
  );
}
