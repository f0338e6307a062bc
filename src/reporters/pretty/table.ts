import { plainText } from '../plain-text.ts';
import { columns, padTo } from './columns.ts';

const gap = '  ';

/**
 * Rows in columns, as far as they fit. Where they do not, the first cell stands alone and the others under it, all rows
 * alike; no cell is cut. All names of the report pass here, so here they are made plain.
 */
export function table(rows: readonly (readonly string[])[], width: number, indent: string): string[] {
  const cells = rows.map((row) => row.map(plainText));
  const widths = columnWidths(cells);
  const fits = indent.length + widths.reduce((sum, column) => sum + column + gap.length, -gap.length) <= width;
  return cells.flatMap((row) => (fits ? [indent + aligned(row, widths)] : stacked(row, width, indent)));
}

const columnWidths = (rows: readonly (readonly string[])[]): number[] =>
  (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => columns(row[at] ?? ''))));

const aligned = (row: readonly string[], widths: readonly number[]): string =>
  row
    .map((cell, at) => padTo(cell, widths[at] ?? 0))
    .join(gap)
    .trimEnd();

function stacked([first = '', ...rest]: readonly string[], width: number, indent: string): string[] {
  const details = rest.filter((cell) => cell !== '');
  const under = indent + gap;
  const oneLine = details.join(gap);
  const short = columns(under + oneLine) <= width;
  return [indent + first, ...(short ? [oneLine] : details).filter((line) => line !== '').map((line) => under + line)];
}
