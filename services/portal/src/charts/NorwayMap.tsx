import { useQuery } from '@tanstack/react-query';
import { geoConicConformal, geoPath } from 'd3-geo';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { useMemo } from 'react';
import { feature, mesh } from 'topojson-client';
import { useMeasuredWidth } from '../components/useMeasuredWidth.js';
import { mapQuery, type MunicipalityProperties, type Norway } from './map/map-query.js';
import { type Stage, stages } from './StageMark.js';

interface NorwayMapProps {
  /** The stage of each municipality by its number; one that is missing has not started. */
  stageOf: ReadonlyMap<string, Stage>;
  /** The region that is chosen; the others are dimmed. */
  chosen: string | undefined;
  /** A click on a region chooses it; the list beside the map does the same by keyboard. */
  onChoose: (region: string) => void;
  label: string;
}

const heightToWidth = 1.23;
/** Drawn upright, as Norway is seen: a conic projection with the middle of the country straight up. */
const projection = () => geoConicConformal().parallels([60, 68]).rotate([-15, 0]);

/** The municipalities by the stage of their service. */
export function NorwayMap({ stageOf, chosen, onChoose, label }: NorwayMapProps) {
  const { ref, width } = useMeasuredWidth<HTMLDivElement>();
  const { data } = useQuery(mapQuery);
  const height = Math.round(width * heightToWidth);
  const drawn = useMemo(() => (data && width ? drawing(data, width, height) : undefined), [data, width, height]);
  return (
    <div ref={ref} style={{ aspectRatio: `1 / ${heightToWidth}` }}>
      {drawn && (
        <svg role="img" aria-label={label} width={width} height={height} className={chosen ? 'norway-map norway-map-chosen' : 'norway-map'}>
          <defs>
            <pattern id="not-started" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="5" height="5" fill="#fff" />
              <line x1="0" y1="0" x2="0" y2="5" stroke="#a3adb3" strokeWidth="1.6" />
            </pattern>
          </defs>
          {drawn.regions.map(([region, municipalities]) => (
            <g key={region} className={region === chosen ? 'map-region map-region-chosen' : 'map-region'} onClick={() => onChoose(region)}>
              {municipalities.map(({ number, path }) => (
                <path key={number} d={path} className={`map-stage-${stages.indexOf(stageOf.get(number) ?? 'not_started')}`} />
              ))}
            </g>
          ))}
          <path d={drawn.borders} className="map-borders" />
          <path d={drawn.regionBorders} className="map-region-borders" />
        </svg>
      )}
    </div>
  );
}

function drawing(norway: Norway, width: number, height: number) {
  const land = feature(norway, norway.objects.kommuner) as FeatureCollection<MultiPolygon, MunicipalityProperties>;
  const path = geoPath(projection().fitExtent([[2, 2], [width - 2, height - 2]], land)).digits(1);
  const regions = Map.groupBy(land.features, ({ properties }) => properties.region);
  return {
    regions: [...regions].map(([region, features]): [string, { number: string; path: string }[]] => [
      region,
      features.map((municipality) => ({ number: municipality.properties.kommunenummer, path: path(municipality) ?? '' })),
    ]),
    borders: path(mesh(norway, norway.objects.kommuner, (a, b) => a !== b)) ?? '',
    regionBorders: path(mesh(norway, norway.objects.regioner)) ?? '',
  };
}
