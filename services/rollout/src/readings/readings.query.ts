import { listReadings, type Role } from '@riggen/contracts';
import { querySlice } from '@riggen/service';

interface ReadingRow {
  at: Date;
  reader: string;
  roles: Role[];
  query: string;
  purpose: string;
  region: string | null;
  service: string | null;
  person: string | null;
}

/** The log of readings, for the auditor: by period, and by the person read about or the one who read. */
export const readingsQuery = querySlice({
  definition: listReadings,
  projections: [],
  subject: async () => ({}),
  answer: async ({ from, to, personId, reader, page, size }, tables) => {
    const wanted = `from readings.reading where at >= $1::date::timestamp at time zone 'Europe/Oslo'
      and at < ($2::date + 1)::timestamp at time zone 'Europe/Oslo' and ($3::text is null or person = $3) and ($4::text is null or reader = $4)`;
    const values = [from, to, personId ?? null, reader ?? null];
    const [{ total }]: [{ total: number }] = await tables.query(`select count(*)::int as total ${wanted}`, values);
    const rows: ReadingRow[] = await tables.query(
      `select at, reader, roles, query, purpose, region, service, person ${wanted} order by at desc, id desc limit $5 offset $6`,
      [...values, size, (page - 1) * size],
    );
    const items = rows.map(({ at, region, service, person, ...reading }) => ({
      ...{ ...reading, at: at.toISOString() },
      ...(region && { region }),
      ...(service && { service }),
      ...(person && { personId: person }),
    }));
    return { items, total, page, size };
  },
});
