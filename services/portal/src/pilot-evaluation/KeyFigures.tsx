import { FigureValue } from '../components/FigureValue.js';
import { SourceLine } from '../components/SourceLine.js';
import { SuppressionNote, useOpenReason } from '../components/Suppressed.js';
import { useFigureText } from '../components/useFigureText.js';
import type { PublishedFigure } from '../figures/published-figure.js';
import { useLanguage } from '../language/useLanguage.js';
import type { PilotPage, Survey } from './pilot-page.js';

export function KeyFigures({ page }: { page: PilotPage }) {
  const { t } = useLanguage();
  return (
    <div className="key-figures-section">
      <div className="key-figures">
        {page.surveys.map((survey) => (
          <SurveyFigures key={survey.survey} survey={survey} />
        ))}
      </div>
      <SourceLine>{t('pilot.keyFigures.source')}</SourceLine>
    </div>
  );
}

function SurveyFigures({ survey }: { survey: Survey }) {
  const { t, format } = useLanguage();
  const { n } = useFigureText();
  const open = useOpenReason();
  const name = t(`survey.${survey.survey}`);
  const aboutContact = t('pilot.keyFigures.aboutContact');
  const rows: { label: string; figure: PublishedFigure; format: (value: number) => string; n?: string }[] = [
    { label: t('pilot.keyFigures.participants'), figure: survey.participants, format: format.count },
    { label: t('pilot.keyFigures.responses'), figure: survey.responses, format: format.count },
    ...survey.responseRates.map(({ phase, rate }) => ({
      label: t('pilot.keyFigures.responseRate', { phase }),
      figure: rate,
      format: format.percent,
      n: n(rate),
    })),
  ];
  return (
    <section className="survey">
      <h2 className="survey-name">{name}</h2>
      <p className="key-figure">
        <FigureValue figure={survey.responsesAboutContact} name={`${name}, ${aboutContact}`} format={format.count} open={open} />{' '}
        <small>{aboutContact}</small>
      </p>
      <dl className="survey-rows">
        {rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>
              {row.n && <small>{row.n}</small>}{' '}
              <FigureValue figure={row.figure} name={`${name}, ${row.label}`} format={row.format} open={open} />
            </dd>
          </div>
        ))}
      </dl>
      <SuppressionNote open={open} />
    </section>
  );
}
