import type { Constraint, Constraints, Gap, Unread } from './gap.ts';
import { wholly } from './gap.ts';

/** Filters that keep one value of a field: what they leave out has another one. */
const fieldOfFilter: { readonly [filter: string]: string } = {
  ByResourceArn: 'ResourceArn',
  ByResourceType: 'ResourceType',
  ByParentRecoveryPointArn: 'ParentRecoveryPointArn',
  ByStatus: 'Status',
  ByState: 'State',
  ByVaultType: 'VaultType',
};

/** Above this many combinations of filters the whole list counts as unread: still right, only less sharp. */
const combinationLimit = 64;

type Filters = { readonly [name: string]: string };

/** What several filtered readings of one list all leave out. */
export function leftOut(gap: Gap, readings: readonly Filters[]): readonly Unread[] {
  const complements = readings.map((filters) => complementsOf(filters, gap.accountId));
  const combinations = complements.reduce((product, each) => product * each.length, 1);
  if (combinations > combinationLimit) return [wholly(gap)];
  return complements
    .reduce<readonly (Constraints | undefined)[]>(
      (all, each) => all.flatMap((one) => each.map((other) => one && intersect(one, other))),
      [{}],
    )
    .flatMap((constraints) => (constraints === undefined ? [] : [{ gap, constraints }]));
}

/** One entry per filter that leaves something out: a record fails a reading by failing any filter. */
function complementsOf(filters: Filters, accountId: string): readonly Constraints[] {
  return Object.entries(filters).flatMap(([name, value]) => {
    if (name === 'BackupVaultAccountId') return [];
    if (name === 'ByAccountId') return value === accountId || value === '*' ? [] : [{}];
    return [complementOf(name, value)];
  });
}

function complementOf(name: string, value: string): Constraints {
  const field = Object.hasOwn(fieldOfFilter, name) ? fieldOfFilter[name] : undefined;
  if (field !== undefined) return { [field]: { not: [value] } };
  const time = Date.parse(value);
  if (Number.isNaN(time)) return {};
  if (name === 'ByCreatedAfter') return { CreationDate: { from: -Infinity, to: time, toExcluded: false } };
  if (name === 'ByCreatedBefore') return { CreationDate: { from: time, to: Infinity, toExcluded: false } };
  return {};
}

/** Undefined where no record can meet both. */
function intersect(a: Constraints, b: Constraints): Constraints | undefined {
  const both: { [field: string]: Constraint } = { ...a };
  for (const [field, constraint] of Object.entries(b)) {
    const joined = intersectOne(both[field], constraint);
    if (joined === undefined) return undefined;
    both[field] = joined;
  }
  return both;
}

function intersectOne(a: Constraint | undefined, b: Constraint): Constraint | undefined {
  if (a === undefined) return b;
  if ('not' in a && 'not' in b) return { not: [...a.not, ...b.not] };
  if ('not' in a || 'not' in b) return b;
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from > to ? undefined : { from, to, toExcluded: false };
}
