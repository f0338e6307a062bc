import type { Operation } from '../../src/catalogue/operations.ts';
import type { Constraint } from '../../src/inventory/gap.ts';
import { joinShards } from '../../src/inventory/join-shards.ts';
import type { Scope, Shard } from '../../src/inventory/record.ts';
import { asOf, home } from '../engine/estate.ts';

/** What the shards leave unread of an operation, as a test writes it: the status, and after it what is left out. */
export function unread(
  shards: readonly Shard[],
  operation: Operation,
  scope: Scope = home,
  resource?: string,
): readonly string[] {
  return joinShards(shards, asOf)
    .unread(scope, operation, resource)
    .map(({ gap, constraints }) => [gap.status, ...Object.entries(constraints).map(textOf)].join(' '));
}

function textOf([field, constraint]: readonly [string, Constraint]): string {
  if ('not' in constraint) return `${field}≠${[...constraint.not].sort().join(',')}`;
  const { from, to, toExcluded } = constraint;
  return `${field} ${daysBack(from)}…${daysBack(to)}${toExcluded ? ' excluded' : ''}`;
}

/** Days before the moment of the estate. */
const daysBack = (time: number): number => (Date.parse(asOf) - time) / 86_400_000;
