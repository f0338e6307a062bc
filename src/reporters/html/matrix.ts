import type { Finding, Result } from '../../result.ts';
import { groupBy } from '../group-by.ts';
import { standingsIn } from '../standing.ts';

/** The protected resources of one type in one account: how many of them fail some rule, or are unknown to one. */
export type MatrixCell = {
  readonly accountId: string;
  readonly resourceType: string;
  readonly failing: number;
  /** Of those that fail nothing. */
  readonly unknown: number;
  /** Undefined where the result has no overview. */
  readonly total: number | undefined;
};

export type Matrix = {
  readonly types: readonly string[];
  readonly accounts: readonly string[];
  readonly cells: readonly MatrixCell[];
};

const unnamed = 'unknown';

/** Types by name, accounts worst first. */
export function matrixOf(result: Result): Matrix {
  const { findings, overview } = result;
  const standingOf = standingsIn(result);
  const isOpen = (finding: Finding) => ['failing', 'unknown'].includes(standingOf(finding));
  const resources = findings.filter((each) => each.target.kind === 'protectedResource' && isOpen(each));
  const places = groupBy(resources, ({ target }) => keyOf(target.accountId, target.resourceType));
  const totals = new Map(overview?.cells.map((cell) => [keyOf(cell.accountId, cell.resourceType), cell.resources]));
  const cells = [...new Set([...totals.keys(), ...places.keys()])].map((key): MatrixCell => {
    const [accountId = '', ...type] = key.split('\n');
    const resourceType = type.join('\n');
    const found = places.get(key) ?? [];
    const failing = new Set(found.filter((each) => standingOf(each) === 'failing').map(({ target }) => target.id));
    const open = new Set(found.map(({ target }) => target.id).filter((id) => !failing.has(id)));
    return { accountId, resourceType, failing: failing.size, unknown: open.size, total: totals.get(key) };
  });
  return { types: typesOf(cells), accounts: accountsOf(cells), cells };
}

const keyOf = (accountId = unnamed, resourceType = unnamed): string => `${accountId}\n${resourceType}`;

const typesOf = (cells: readonly MatrixCell[]): string[] =>
  [...new Set(cells.map(({ resourceType }) => resourceType))].sort();

function accountsOf(cells: readonly MatrixCell[]): string[] {
  const sums = [...groupBy(cells, ({ accountId }) => accountId)].map(([accountId, own]) => sumOf(accountId, '', own));
  return sums
    .sort((a, b) => b.failing - a.failing || b.unknown - a.unknown || (a.accountId < b.accountId ? -1 : 1))
    .map(({ accountId }) => accountId);
}

/** Several cells as one: the total of a row, or of all that has no column of its own. */
export function sumOf(accountId: string, resourceType: string, cells: readonly MatrixCell[]): MatrixCell {
  const known = cells.flatMap(({ total }) => (total === undefined ? [] : [total]));
  return {
    accountId,
    resourceType,
    failing: cells.reduce((sum, { failing }) => sum + failing, 0),
    unknown: cells.reduce((sum, { unknown }) => sum + unknown, 0),
    total: known.length === 0 ? undefined : known.reduce((sum, total) => sum + total, 0),
  };
}
