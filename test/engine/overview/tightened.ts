import type { Overview, OverviewCell } from '../../../src/overview.ts';

const counted = ['backedUp', 'age', 'crossRegion', 'crossAccount', 'airGapped', 'locked', 'restoreTested'] as const;

/** What is certain of a cell: how many resources are in which state. */
const certain = (cell: OverviewCell): ReadonlyMap<string, number> =>
  new Map(
    counted.flatMap((column) =>
      Object.entries(cell[column]).flatMap(([state, count]): readonly [string, number][] =>
        state === 'unknown' ? [] : [[`${column}.${state}`, count]],
      ),
    ),
  );

const placeOf = ({ accountId, resourceType }: OverviewCell): string => `${accountId} ${resourceType}`;

function sumOf(cells: readonly OverviewCell[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const cell of cells) for (const [state, count] of certain(cell)) sum.set(state, (sum.get(state) ?? 0) + count);
  return sum;
}

const grown = (where: string, was: ReadonlyMap<string, number>, is: ReadonlyMap<string, number>): readonly string[] =>
  [...is].flatMap(([state, count]) => {
    const before = was.get(state) ?? 0;
    return count > before ? [`${where}: ${state} ${before} → ${count}`] : [];
  });

const isUnknown = (value: unknown): boolean => value === null || value === 'unknown';

/** What may not come of knowing less: a count of something certain that grows, or a value that becomes another one. */
export function tightened(before: Overview, after: Overview): readonly string[] {
  const known = after.cells.filter(({ accountId, resourceType }) => !isUnknown(accountId) && !isUnknown(resourceType));
  const cells = known.flatMap((cell) => {
    const place = placeOf(cell);
    return grown(place, sumOf(before.cells.filter((each) => placeOf(each) === place)), certain(cell));
  });
  return [...cells, ...grown('all', sumOf(before.cells), sumOf(after.cells)), ...changedRows(before, after)];
}

/** Rows of resources are those of which the value is known; null is knowledge there, but for the minutes of a test. */
function changedRows(before: Overview, after: Overview): readonly string[] {
  const aged = rowsThatDiffer(before.oldest, after.oldest, ({ ageHours }) => [ageHours]);
  const tested = rowsThatDiffer(before.restoreTests, after.restoreTests, ({ lastSuccess }) => [lastSuccess]);
  const was = new Map(before.vaults.listed.map((row) => [row.id, new Map<string, unknown>(Object.entries(row))]));
  const vaults = after.vaults.listed.flatMap((row) =>
    Object.entries(row)
      .filter(([name, value]) => !isUnknown(value) && was.get(row.id)?.get(name) !== value)
      .map(([name, value]) => `${row.id}: ${name} ${String(was.get(row.id)?.get(name))} → ${String(value)}`),
  );
  return [...aged, ...seenTooNew(before, after), ...tested, ...vaults];
}

/** What was seen of a point that is older than the newest one may be too old, never too new. */
function seenTooNew(before: Overview, after: Overview): readonly string[] {
  const was = new Map([
    ...before.oldest.map(({ id, ageHours }) => [id, ageHours] as const),
    ...before.doubtful.map(({ id, seenHours }) => [id, seenHours] as const),
  ]);
  return after.doubtful.flatMap(({ id, seenHours }) => {
    const hours = was.get(id);
    if (seenHours === null || hours === undefined) return [];
    return hours === null || hours > seenHours ? [`${id}: seen ${hours} → ${seenHours}`] : [];
  });
}

function rowsThatDiffer<Row extends { readonly id: string }>(
  before: readonly Row[],
  after: readonly Row[],
  valuesOf: (row: Row) => readonly unknown[],
): readonly string[] {
  const text = (row: Row): string => `${row.id} ${JSON.stringify(valuesOf(row))}`;
  const was = new Set(before.map(text));
  return after.map(text).filter((each) => !was.has(each));
}
