import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/useLanguage.js';
import { ScrollRegion } from './ScrollRegion.js';

export interface DataColumn<Row> {
  id: string;
  head: ReactNode;
  numeric?: boolean;
  cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  caption: string;
  /** The first column names the row. */
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** Rows of things with their properties; scrolls by itself where it is too wide. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  const { t } = useLanguage();
  const [first, ...rest] = columns;
  return (
    <ScrollRegion label={t('chart.table', { caption })}>
      <Table className="figure-table">
        <caption className="ds-sr-only">{caption}</caption>
        <Table.Head>
          <Table.Row>
            {columns.map(({ id, head, numeric }) => (
              <Table.HeaderCell key={id} scope="col" className={numeric ? 'numeric' : undefined}>
                {head}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={keyOf(row)}>
              <Table.HeaderCell scope="row">{first?.cell(row)}</Table.HeaderCell>
              {rest.map(({ id, numeric, cell }) => (
                <Table.Cell key={id} className={numeric ? 'numeric' : undefined}>
                  {cell(row)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollRegion>
  );
}
