import { CommandForm } from '../components/form/CommandForm.js';
import { RadioField, SelectField, TextField } from '../components/form/fields.js';
import { DataTable } from '../components/DataTable.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { useWording } from '../rollout/useProgramme.js';
import type { Implementation } from './service-facts.js';
import type { ImplementationOf } from './StartImplementation.js';

interface PartProps {
  of: ImplementationOf;
  implementation: Implementation;
  mayChange: boolean;
}

const kinds = ['facilitator', 'barrier'] as const;
/** Shape beside word: what helps points up, what hinders down. */
const shapes = { facilitator: '▲', barrier: '▼' } as const;

/** What helps and what hinders in a service, by the factors of the national template. */
export function Readiness({ of, implementation: { readiness, on }, mayChange }: PartProps) {
  const { t, format } = useLanguage();
  const wordingOf = useWording();
  const count = (kind: 'facilitator' | 'barrier' | null) => readiness.filter((factor) => factor.kind === kind).length;
  return (
    <Finding
      title={count(null) === readiness.length ? t('ownService.readiness.unmapped') : t('ownService.readiness.title', { facilitators: count('facilitator'), barriers: count('barrier') })}
      dek={t('ownService.readiness.dek')}
    >
      <DataTable
        caption={t('ownService.readiness.caption')}
        keyOf={({ factorId }) => factorId}
        rows={readiness}
        columns={[
          { id: 'factor', head: t('ownService.readiness.factor'), cell: ({ title }) => <span className="wrapping">{wordingOf(title)}</span> },
          {
            id: 'kind',
            head: t('ownService.readiness.kind'),
            cell: ({ kind }) =>
              kind ? (
                <span className={kind === 'barrier' ? 'signal-text' : undefined}>
                  <span aria-hidden="true">{shapes[kind]}</span> {t(`ownService.readiness.${kind}`)}
                </span>
              ) : (
                <span className="too-little">{t('ownService.readiness.notMapped')}</span>
              ),
          },
          { id: 'on', head: t('ownService.readiness.on'), cell: (factor) => (factor.on ? format.date(factor.on) : '–') },
        ]}
      />
      <SourceLine>{t('ownService.readiness.source', { mapped: readiness.length - count(null), count: readiness.length })}</SourceLine>
      {mayChange && (
        <>
          <h3 className="sub-heading">{t('ownService.readiness.formTitle')}</h3>
          <CommandForm<{ factorId: string; kind: string; note: string; on: string }>
            definition={{ service: 'rollout', name: 'map-readiness' }}
            variant="secondary"
            initial={{ factorId: '', kind: '', note: '', on }}
            commandOf={({ note, ...said }) => ({ ...of, ...said, ...(note && { note }) })}
            submit={t('ownService.readiness.submit')}
            done={t('ownService.change.saved')}
          >
            <SelectField name="factorId" label={t('ownService.readiness.factor')} choices={readiness.map(({ factorId, title }) => ({ value: factorId, label: wordingOf(title) }))} />
            <RadioField name="kind" label={t('ownService.readiness.kind')} choices={kinds.map((value) => ({ value, label: t(`ownService.readiness.${value}`) }))} />
            <TextField name="on" type="date" label={t('ownService.readiness.on')} />
            <TextField name="note" label={t('ownService.readiness.note')} optional multiline />
          </CommandForm>
        </>
      )}
    </Finding>
  );
}
