import { arnTail, parseArn } from '../../arn.ts';
import type { WhyRecord } from '../../why-result.ts';
import type { Page } from '../pretty/page.ts';
import { table } from '../pretty/table.ts';
import { valueText } from './leaf-text.ts';

type Rows = {
  readonly records: readonly WhyRecord[];
  /** How many there are, named or not. */
  readonly count: number;
  readonly limit: number;
  /** Whether each shows the value that left it out. */
  readonly ownValue?: boolean;
};

/** Records one below the other, with what helps to find them; those not shown are counted. */
export function recordRows({ records, count, limit, ownValue = false }: Rows, page: Page): string[] {
  const shown = records.slice(0, limit);
  const more = count - shown.length;
  const rows = withoutEmptyColumns(shown.map((record) => cells(record, ownValue)));
  return [...table(rows, page.width, '      '), ...(more > 0 ? [page.paint(`      … and ${more} more`, 'dim')] : [])];
}

const withoutEmptyColumns = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.map((row) => row.filter((_, at) => rows.some((each) => each[at] !== '')));

const cells = ({ id, date, vault, actual, value, chosen }: WhyRecord, ownValue: boolean): string[] => [
  id,
  date === undefined ? '' : valueText(date),
  vault === undefined ? '' : vaultText(vault),
  ownValue ? valueText(actual) : '',
  value === undefined ? '' : valueText(value),
  chosen ? '← this one' : '',
];

function vaultText(arn: string): string {
  const { accountId, region } = parseArn(arn) ?? {};
  return `in ${arnTail(arn)}${accountId === undefined ? '' : ` ${accountId}/${region}`}`;
}
