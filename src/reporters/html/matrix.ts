import { groupBy } from '../group-by.ts';

/** Resources of one type in one account: how many of them are bad, of how many it is not known. */
export type MatrixCell = {
  readonly accountId: string;
  readonly resourceType: string;
  readonly bad: number;
  /** Of those that are not known to be bad. */
  readonly unknown: number;
  /** Undefined where the result has no overview. */
  readonly total: number | undefined;
};

/** Several cells as one: the total of a row, or of all that has no column of its own. */
export function sumOf(accountId: string, resourceType: string, cells: readonly MatrixCell[]): MatrixCell {
  const known = cells.flatMap(({ total }) => (total === undefined ? [] : [total]));
  return {
    accountId,
    resourceType,
    bad: cells.reduce((sum, { bad }) => sum + bad, 0),
    unknown: cells.reduce((sum, { unknown }) => sum + unknown, 0),
    total: known.length === 0 ? undefined : known.reduce((sum, total) => sum + total, 0),
  };
}

export const typesOf = (cells: readonly MatrixCell[]): readonly string[] =>
  [...new Set(cells.map(({ resourceType }) => resourceType))].sort();

/** The worst so many accounts, and how many others there are; those that have a column stand by their ids. */
export function accountsOf(
  cells: readonly MatrixCell[],
  shown: number,
): { readonly shown: readonly string[]; readonly others: number } {
  const sums = [...groupBy(cells, ({ accountId }) => accountId)].map(([accountId, own]) => sumOf(accountId, '', own));
  const worst = sums
    .sort((a, b) => b.bad - a.bad || b.unknown - a.unknown || (a.accountId < b.accountId ? -1 : 1))
    .map(({ accountId }) => accountId);
  return { shown: worst.slice(0, shown).sort(), others: Math.max(0, worst.length - shown) };
}
