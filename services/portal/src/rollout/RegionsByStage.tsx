import type { ReactNode } from 'react';
import { NorwayMap } from '../charts/NorwayMap.js';
import type { Stage } from '../charts/StageMark.js';
import { StageKey, StageStack } from '../charts/StageStack.js';
import { DataTable } from '../components/DataTable.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import type { Region } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { type ByStage, countsOf, furthestRegion, type ServiceInLine, sumOf, totalOf } from './rollout-facts.js';

interface RegionsByStageProps {
  byStage: ByStage;
  services: readonly ServiceInLine[];
  stageOf: ReadonlyMap<string, Stage>;
  region: Region | undefined;
  onChoose: (region: string | undefined) => void;
  /** What follows the choice of region. */
  children: ReactNode;
}

/** The services by stage, region by region: a list that chooses, and a map that shows the same. */
export function RegionsByStage({ byStage, services, stageOf, region, onChoose, children }: RegionsByStageProps) {
  const { t, format } = useLanguage();
  const regions = byStage.regions.map((one) => ({ id: one.region, name: t(`region.${one.region}`), counts: countsOf(one) }));
  const nation = { id: undefined, name: t('rollout.regions.nation'), counts: sumOf(regions.map(({ counts }) => counts)) };
  const furthest = furthestRegion(byStage);
  const overPlanIn = (id: Region | undefined) => services.filter((service) => service.daysOverPlan > 0 && (!id || service.region === id)).length;
  const share = (part: number, all: number) => (all === 0 ? '–' : format.percent((part / all) * 100));
  return (
    <div className="map-and-list">
      <div>
        <Finding
          title={furthest ? t('rollout.regions.furthest', { region: t(`region.${furthest}`) }) : t('rollout.regions.alike')}
          dek={t('rollout.regions.dek')}
        >
          <StageKey />
          <DataTable
            caption={t('rollout.regions.caption')}
            keyOf={({ id }) => id ?? 'nation'}
            rows={[nation, ...regions]}
            columns={[
              {
                id: 'region',
                head: t('services.region'),
                cell: ({ id, name }) => (
                  <button type="button" className="row-choice" aria-pressed={id === region} onClick={() => onChoose(id)}>
                    {name}
                  </button>
                ),
              },
              { id: 'stages', head: t('rollout.regions.stages'), cell: ({ counts }) => (totalOf(counts) ? <StageStack counts={counts} /> : t('figure.tooLittle')) },
              { id: 'services', head: t('rollout.regions.services'), numeric: true, cell: ({ counts }) => format.count(totalOf(counts)) },
              { id: 'operating', head: t('stage.full_implementation'), numeric: true, cell: ({ counts }) => share(counts.full_implementation, totalOf(counts)) },
              { id: 'late', head: t('rollout.regions.overPlan'), numeric: true, cell: ({ id, counts }) => share(overPlanIn(id), totalOf(counts)) },
            ]}
          />
        </Finding>
        {children}
      </div>
      <div className="map-beside">
        <NorwayMap
          stageOf={stageOf}
          chosen={region}
          onChoose={(chosen) => onChoose(chosen === region ? undefined : chosen)}
          label={t('rollout.regions.map', { text: regions.map(({ name, counts }) => t('rollout.regions.mapPart', { name, operating: counts.full_implementation, count: totalOf(counts) })).join(' ') })}
        />
        <SourceLine>{t('rollout.regions.source', { count: totalOf(nation.counts) })}</SourceLine>
      </div>
    </div>
  );
}
