import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { PublishedFigure } from '../figures/published-figure.js';
import { withoutSoftHyphens } from '../language/soft-hyphens.js';
import { useLanguage } from '../language/useLanguage.js';
import { FigureValue } from './FigureValue.js';
import { ScrollRegion } from './ScrollRegion.js';
import { SuppressionNote, useOpenReason } from './Suppressed.js';

interface FigureCell {
  figure: PublishedFigure;
  format: (value: number) => string;
  /** Drawn before the figure, which says the same in words. */
  bar?: ReactNode;
}

export interface TableColumn {
  id: string;
  head: string;
  numeric?: boolean;
}

interface TableRow {
  id: string;
  head: string;
  cells: readonly (ReactNode | FigureCell)[];
}

interface FigureTableProps {
  caption: string;
  rowHead: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
}

const isFigureCell = (cell: ReactNode | FigureCell): cell is FigureCell =>
  typeof cell === 'object' && cell !== null && 'figure' in cell;

export function FigureTable({ caption, rowHead, columns, rows }: FigureTableProps) {
  const { t } = useLanguage();
  return (
    <ScrollRegion label={t('chart.table', { caption })}>
      <Table className="figure-table">
        <caption className="ds-sr-only">{caption}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{rowHead}</Table.HeaderCell>
            {columns.map(({ id, head, numeric }) => (
              <Table.HeaderCell key={id} scope="col" className={numeric ? 'numeric' : undefined}>
                {head}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map((row) => (
            <FigureTableRow key={row.id} row={row} columns={columns} />
          ))}
        </Table.Body>
      </Table>
    </ScrollRegion>
  );
}

function FigureTableRow({ row, columns }: { row: TableRow; columns: readonly TableColumn[] }) {
  const open = useOpenReason();
  return (
    <>
      <Table.Row>
        <Table.HeaderCell scope="row">{row.head}</Table.HeaderCell>
        {columns.map(({ id, head, numeric }, index) => {
          const cell = row.cells[index];
          return (
            <Table.Cell key={id} className={numeric ? 'numeric' : undefined}>
              {isFigureCell(cell) ? (
                <>
                  {cell.bar}
                  <span className={cell.bar ? 'beside-bar' : undefined}>
                    <FigureValue
                      figure={cell.figure}
                      format={cell.format}
                      name={`${row.head}, ${withoutSoftHyphens(head)}`}
                      open={open}
                    />
                  </span>
                </>
              ) : (
                cell
              )}
            </Table.Cell>
          );
        })}
      </Table.Row>
      {open.reason && (
        <Table.Row>
          <Table.Cell colSpan={columns.length + 1} className="note-cell">
            <SuppressionNote open={open} />
          </Table.Cell>
        </Table.Row>
      )}
    </>
  );
}
