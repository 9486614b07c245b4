import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';

/** The data source that infra/grafana provisions. */
export const database = { type: 'grafana-postgresql-datasource', uid: 'riggen-operations' };

interface SqlDataquery extends Dataquery {
  rawSql: string;
  format: 'table' | 'time_series';
  rawQuery: true;
  editorMode: 'code';
}

/** A query to PostgreSQL: the SDK has no builder for it. */
export class SqlQuery implements Builder<Dataquery> {
  constructor(
    private readonly rawSql: string,
    private readonly format: 'table' | 'time_series',
  ) {}

  build(): SqlDataquery {
    return {
      ...{ refId: 'A', datasource: database, rawSql: this.rawSql, format: this.format, rawQuery: true, editorMode: 'code' },
      _implementsDataqueryVariant: () => {},
    };
  }
}
