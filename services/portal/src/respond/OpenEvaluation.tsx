import { Button, Label, Select } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { useSend } from '../api/useSend.js';
import { ErrorNotice } from '../components/ErrorNotice.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { QrCode } from '../training/QrCode.js';
import { evaluationAddress } from './by-link.js';

const day = 86_400_000;
const lengths = [1, 3, 7, 13];

interface OpenForm {
  code: string;
  closesAt: string;
}

/** Opens the anonymous evaluation of a gathering. The code is made here and kept here: the server has its hash, and nobody else has it. */
export function OpenEvaluation({ gatheringId }: { gatheringId: string }) {
  const { t, format } = useLanguage();
  const id = useId();
  const [form, setForm] = useState(() => remembered(gatheringId));
  const [days, setDays] = useState(3);
  const { mutate, error, isPending } = useSend({ service: 'feedback', name: 'open-gathering-evaluation' });
  const open = async () => {
    const made = { code: newCode(), closesAt: new Date(Date.now() + days * day).toISOString() };
    const command = { gatheringId, codeHash: await hashOf(made.code), closesAt: made.closesAt };
    mutate(command, {
      onSuccess: () => {
        sessionStorage.setItem(keyOf(gatheringId), JSON.stringify(made));
        setForm(made);
      },
    });
  };
  return (
    <Finding title={t('respond.evaluation.open.title')} dek={t('respond.evaluation.open.dek')}>
      {form ? (
        <div className="code-screen">
          <QrCode address={evaluationAddress(form.code)} label={t('respond.evaluation.open.qr')} />
          <div>
            <p className="dek">{t('respond.evaluation.open.address')}</p>
            <p className="secret-text">{evaluationAddress(form.code)}</p>
            <p className="dek">{t('respond.evaluation.open.until', { time: format.time(form.closesAt) })}</p>
          </div>
        </div>
      ) : (
        <div className="command-form">
          <div>
            <Label htmlFor={id}>{t('respond.evaluation.open.days')}</Label>
            <Select id={id} value={String(days)} onChange={({ target }) => setDays(Number(target.value))}>
              {lengths.map((count) => (
                <Select.Option key={count} value={String(count)}>
                  {t('respond.evaluation.open.day', { count })}
                </Select.Option>
              ))}
            </Select>
          </div>
          {error && <ErrorNotice error={error} retry={() => void open()} />}
          <div className="actions">
            <Button variant="secondary" loading={isPending} onClick={() => void open()}>
              {t('respond.evaluation.open.button')}
            </Button>
          </div>
        </div>
      )}
    </Finding>
  );
}

const keyOf = (gatheringId: string) => `riggen.evaluation.${gatheringId}`;

/** The form that this tab has opened, so that a reload does not lose the code. */
function remembered(gatheringId: string): OpenForm | undefined {
  const kept = sessionStorage.getItem(keyOf(gatheringId));
  return kept ? (JSON.parse(kept) as OpenForm) : undefined;
}

/** 256 random bits in base64url. */
const newCode = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

async function hashOf(code: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
