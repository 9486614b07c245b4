import { Details } from '@digdir/designsystemet-react';
import { SeatMark } from '../charts/SeatMarks.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { DataTable } from '../components/DataTable.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { useWording } from '../rollout/useProgramme.js';
import type { Implementation } from './service-facts.js';
import type { ImplementationOf } from './StartImplementation.js';

interface DriversProps {
  of: ImplementationOf;
  implementation: Implementation;
  mayChange: boolean;
}

const scores = [0, 1, 2] as const;
const marks = { 0: 'missing', 1: 'half', 2: 'full' } as const;
/** How many assessments fit beside each other. */
const mostShown = 4;

/** How far the drivers are in place, assessment by assessment. */
export function Drivers({ of, implementation: { drivers, on }, mayChange }: DriversProps) {
  const { t, format } = useLanguage();
  const wordingOf = useWording();
  const shown = drivers.assessments.slice(-mostShown);
  const latest = shown.at(-1);
  const inPlace = latest?.scores.filter(({ score }) => score === 2).length ?? 0;
  return (
    <Finding title={latest ? t('ownService.drivers.title', { done: inPlace, count: drivers.items.length }) : t('ownService.drivers.none')} dek={t('ownService.drivers.dek')}>
      <p className="mark-key">
        {([...scores].reverse()).map((score) => (
          <span key={score}>
            <SeatMark mark={marks[score]} /> {t(`ownService.drivers.score${score}`)}
          </span>
        ))}
      </p>
      <DataTable
        caption={t('ownService.drivers.caption')}
        keyOf={({ itemId }) => itemId}
        rows={drivers.items}
        columns={[
          { id: 'item', head: t('ownService.drivers.item'), cell: ({ title }) => <span className="wrapping">{wordingOf(title)}</span> },
          ...shown.map((assessment) => ({
            id: assessment.on,
            head: format.date(assessment.on),
            cell: ({ itemId }: { itemId: string }) => {
              const score = assessment.scores.find((one) => one.itemId === itemId)?.score as 0 | 1 | 2 | undefined;
              return score === undefined ? '–' : <SeatMark mark={marks[score]} label={t(`ownService.drivers.score${score}`)} />;
            },
          })),
        ]}
      />
      <SourceLine>{t('ownService.drivers.source', { count: drivers.assessments.length })}</SourceLine>
      {mayChange && (
        <Details className="show-as-table">
          <Details.Summary>{t('ownService.drivers.formTitle')}</Details.Summary>
          <Details.Content>
            <CommandForm<{ on: string; note: string; scores: Record<string, string> }>
              definition={{ service: 'rollout', name: 'assess-drivers' }}
              variant="secondary"
              initial={{ on, note: '', scores: {} }}
              commandOf={({ on: day, note, scores: given }) => ({
                ...{ ...of, on: day },
                scores: Object.entries(given).filter(([, score]) => score).map(([itemId, score]) => ({ itemId, score: Number(score) })),
                ...(note && { note }),
              })}
              fieldOf={(pointer) => pointer.split('/')[1] ?? ''}
              submit={t('ownService.drivers.submit')}
              done={t('ownService.change.saved')}
            >
              <TextField name="on" type="date" label={t('ownService.drivers.on')} />
              {drivers.items.map(({ itemId, title }) => (
                <SelectField
                  key={itemId}
                  name={`scores.${itemId}`}
                  label={wordingOf(title)}
                  choices={scores.map((score) => ({ value: String(score), label: t(`ownService.drivers.score${score}`) }))}
                />
              ))}
              <TextField name="note" label={t('ownService.readiness.note')} optional multiline />
            </CommandForm>
          </Details.Content>
        </Details>
      )}
    </Finding>
  );
}
