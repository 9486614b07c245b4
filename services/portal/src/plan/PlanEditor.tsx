import { Button, Input } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import { ServerProblem } from '../api/problem.js';
import { wordsOf } from '../api/words-of.js';
import { useSend } from '../api/useSend.js';
import { DataTable } from '../components/DataTable.js';
import { Finding } from '../components/Section.js';
import type { Region } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { commandOf, type Draft, type DraftService, seasonAfter } from './plan-draft.js';
import { useSeasonName } from './plan-texts.js';

interface PlanEditorProps {
  region: Region;
  version: number;
  initial: Draft;
  /** Services beyond what one plan can hold. */
  leftOut: number;
}

const mostSeasons = 10;
const rules = ['cohortPlaces', 'digitalTrainerDays', 'physicalTrainerDays'] as const;

/** What a proposal is made from: trainers' days, rules, and for each service its participants, readiness and pin. */
export function PlanEditor({ region, version, initial, leftOut }: PlanEditorProps) {
  const { t, format } = useLanguage();
  const seasonName = useSeasonName();
  const [draft, setDraft] = useState(initial);
  const { mutate, isPending, error } = useSend({ service: 'training', name: 'propose-plan' });
  const change = (serviceId: string, part: Partial<DraftService>) =>
    setDraft({ ...draft, services: draft.services.map((service) => (service.serviceId === serviceId ? { ...service, ...part } : service)) });
  const seasonChoice = (value: string, label: string, none: string, choose: (season: string) => void) => (
    <select className="ds-input" aria-label={label} value={value} onChange={(event) => choose(event.target.value)}>
      <option value="">{none}</option>
      {draft.seasons.map(({ season }) => (
        <option key={season} value={season}>
          {seasonName(season)}
        </option>
      ))}
    </select>
  );
  const number = (value: number, label: string, set: (value: number) => void, step = 1, most = 5_000): ReactNode => (
    <Input type="number" aria-label={label} className="number-input" min={0} max={most} step={step} value={value} onChange={(event) => set(Number(event.target.value))} />
  );
  const last = draft.seasons.at(-1)!;

  return (
    <Finding title={t('plan.editor.title')} dek={t('plan.editor.dek')}>
      {leftOut > 0 && <p className="note">{t('plan.editor.leftOut', { count: leftOut })}</p>}
      <h3 className="sub-heading">{t('plan.editor.trainers')}</h3>
      <DataTable
        caption={t('plan.editor.trainers')}
        keyOf={({ season }) => season}
        rows={draft.seasons}
        columns={[
          { id: 'season', head: t('plan.season'), cell: ({ season }) => seasonName(season) },
          {
            id: 'days',
            head: t('plan.editor.trainerDays'),
            cell: ({ season, trainerDays }) =>
              number(trainerDays, t('plan.editor.trainerDaysOf', { season: seasonName(season) }), (days) =>
                setDraft({ ...draft, seasons: draft.seasons.map((one) => (one.season === season ? { season, trainerDays: days } : one)) }),
              ),
          },
        ]}
      />
      <div className="actions">
        {draft.seasons.length < mostSeasons && (
          <Button variant="secondary" onClick={() => setDraft({ ...draft, seasons: [...draft.seasons, { season: seasonAfter(last.season), trainerDays: last.trainerDays }] })}>
            {t('plan.editor.addSeason')}
          </Button>
        )}
        {draft.seasons.length > 1 && (
          <Button variant="secondary" onClick={() => setDraft({ ...draft, seasons: draft.seasons.slice(0, -1) })}>
            {t('plan.editor.dropSeason')}
          </Button>
        )}
      </div>
      <h3 className="sub-heading">{t('plan.editor.rules')}</h3>
      <DataTable
        caption={t('plan.editor.rules')}
        keyOf={(rule) => rule}
        rows={rules}
        columns={[
          { id: 'rule', head: t('plan.editor.rule'), cell: (rule) => t(`plan.editor.${rule}`) },
          { id: 'value', head: t('plan.editor.value'), cell: (rule) => number(draft.rules[rule], t(`plan.editor.${rule}`), (value) => setDraft({ ...draft, rules: { ...draft.rules, [rule]: value } }), 1, 200) },
        ]}
      />
      <h3 className="sub-heading">{t('plan.editor.services')}</h3>
      <DataTable
        caption={t('plan.editor.services')}
        keyOf={({ serviceId }) => serviceId}
        rows={draft.services}
        columns={[
          { id: 'name', head: t('plan.service'), cell: ({ name }) => name },
          {
            id: 'participants',
            head: t('plan.participants'),
            cell: ({ serviceId, name, participants, isEstimate }) => (
              <>
                {number(participants, t('plan.editor.participantsOf', { name }), (count) => change(serviceId, { participants: count, isEstimate: false }), 1, 500)}
                {isEstimate && <span className="too-little"> {t('plan.editor.estimate')}</span>}
              </>
            ),
          },
          {
            id: 'readiness',
            head: t('plan.editor.readiness'),
            cell: ({ serviceId, name, readiness }) =>
              number(Math.round(readiness * 100), t('plan.editor.readinessOf', { name }), (percent) => change(serviceId, { readiness: percent / 100 }), 5, 100),
          },
          {
            id: 'mapped',
            head: t('plan.editor.mapped'),
            numeric: true,
            cell: ({ mapped }) => (mapped === undefined ? '–' : format.percent(mapped * 100)),
          },
          {
            id: 'from',
            head: t('plan.editor.readyFrom'),
            cell: ({ serviceId, name, readyFrom }) =>
              seasonChoice(readyFrom, t('plan.editor.readyFromOf', { name }), t('plan.editor.readyNow'), (season) => change(serviceId, { readyFrom: season })),
          },
          {
            id: 'pinned',
            head: t('plan.editor.pinned'),
            cell: ({ serviceId, name, pinned }) =>
              seasonChoice(pinned, t('plan.editor.pinnedOf', { name }), t('plan.editor.notPinned'), (season) => change(serviceId, { pinned: season })),
          },
        ]}
      />
      {error && <p role="alert" className="signal-text">{error instanceof ServerProblem ? wordsOf(error.problem) : t('form.notSent')}</p>}
      <div role="status">{isPending && <p className="note">{t('plan.editor.solving')}</p>}</div>
      <div className="actions">
        <Button loading={isPending} onClick={() => mutate(commandOf(draft, region, version), { onSuccess: () => document.getElementById('content')?.focus() })}>
          {t('plan.editor.propose')}
        </Button>
      </div>
    </Finding>
  );
}
