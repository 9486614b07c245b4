import { regionId, registerServiceUnit, serviceKind } from '@riggen/contracts';
import { type District, districtsOf, mostPopulousFirst, municipalityOf, regionOf } from '@riggen/reference';
import { type LayoutFile, row, type RowCommand } from './layout-file.js';
import { CellRefused } from './row-refusal.js';

const organisation: LayoutFile = {
  name: 'organisation.csv',
  columns: ['service_id', 'name', 'kind', 'municipality_numbers', 'district_numbers', 'region', 'from'],
  ownsKey: true,
  read: (cells) => {
    const serviceId = cells.text('service_id');
    const municipalityNumbers = cells.list('municipality_numbers');
    const districtNumbers = cells.list('district_numbers');
    if (!municipalityNumbers.length) throw new CellRefused('municipality_numbers', 'missing-value');
    return row(registerServiceUnit, { id: serviceId, order: serviceId }, {
      ...{ serviceId, municipalityNumbers },
      ...(districtNumbers.length && { districtNumbers }),
      name: cells.text('name'),
      kind: cells.oneOf('kind', serviceKind.options),
      region: cells.oneOf('region', regionId.options),
      ...(cells.optional('from') && { from: cells.anyDate('from') }),
    });
  },
};

/**
 * The list of municipal cooperation that Bufdir collected in 2021, a municipality a row. The first municipality of a cooperation
 * registers it; it belongs to the region of its most populous municipality. A municipality whose districts have services of their own
 * (Oslo, Trondheim) stands for these.
 */
const cooperationOf2021: LayoutFile = {
  name: 'barnevernsamarbeid_2021.csv',
  columns: [
    ...['kommunenummer', 'navn_visning', 'kommunenummer_2021', 'samarbeid_id', 'organisering_2021'],
    ...['samarbeid_kommunenummer', 'samarbeid_kommuner', 'vertskommune', 'merknad'],
  ],
  read: (cells) => {
    const number = cells.text('kommunenummer');
    const id = cells.text('samarbeid_id');
    if (!municipalityOf(number)) throw new CellRefused('kommunenummer', 'unknown-municipality', { number });
    if (cells.oneOf('organisering_2021', ['egen', 'interkommunal']) === 'egen') {
      const districts = districtsOf(number);
      return districts.length ? districts.map(serviceOfDistrict) : serviceOf(id, [number]);
    }
    const numbers = cells.text('samarbeid_kommunenummer').split(/\s+/);
    const unknown = numbers.find((other) => !municipalityOf(other));
    if (unknown) throw new CellRefused('samarbeid_kommunenummer', 'unknown-municipality', { number: unknown });
    if (!numbers.includes(number)) throw new CellRefused('samarbeid_kommunenummer', 'not-in-cooperation', { number, given: numbers.join(' ') });
    return numbers[0] === number ? serviceOf(id, numbers) : [];
  },
};

function serviceOf(serviceId: string, numbers: string[]): RowCommand {
  const names = numbers.map((number) => municipalityOf(number)!.name);
  return row(registerServiceUnit, { id: serviceId, order: serviceId }, {
    serviceId,
    name: inWords(names),
    kind: numbers.length > 1 ? 'intermunicipal' : 'municipal',
    municipalityNumbers: numbers,
    region: regionOf(mostPopulousFirst(numbers)[0]!),
  });
}

function serviceOfDistrict({ number, name, municipality }: District): RowCommand {
  const serviceId = `bydel-${number}`;
  const city = municipalityOf(municipality)!;
  return row(registerServiceUnit, { id: serviceId, order: serviceId }, {
    ...{ serviceId, kind: 'district', municipalityNumbers: [municipality], districtNumbers: [number], region: regionOf(city) },
    name: `${name}, ${city.name}`,
  });
}

const inWords = (names: string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} og ${names.at(-1)}` : names[0]!;

/** The files of services and their people. */
export const organisationFiles: readonly LayoutFile[] = [organisation, cooperationOf2021];
