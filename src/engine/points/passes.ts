import type { ActiveRule } from '../../rules/rule.ts';
import type { Asking } from '../asking.ts';
import { variantsOf } from '../variants.ts';
import { passAfter } from './pass-after.ts';
import { type PointAggregate, pointAggregates } from './point-aggregates.ts';

/** What is made of the recovery points as they pass by for the first time, the second time, … */
export type Pass = { readonly aggregates: readonly PointAggregate[]; readonly rules: readonly ActiveRule[] };

/**
 * Most of it in the first pass. What asks for more than a point, its vault and its copy jobs waits for the next one, when
 * the resources are known; what asks for an aggregate over other points, for the one after that. `beside` asks, and judges
 * nothing.
 */
export function passesOf(rules: readonly ActiveRule[], beside: readonly Asking[]): readonly Pass[] {
  const aggregates = pointAggregates([...rules.flatMap(variantsOf), ...beside]);
  const own = rules.filter(({ rule }) => [rule.target].flat().includes('recoveryPoint'));
  const judged = own.map((active) => ({ active, pass: passOfRule(active) }));
  const last = Math.max(0, ...aggregates.map(({ pass }) => pass), ...judged.map(({ pass }) => pass));
  return Array.from({ length: last + 1 }, (_, index) => ({
    aggregates: aggregates.filter(({ pass }) => pass === index),
    rules: judged.filter(({ pass }) => pass === index).map(({ active }) => active),
  }));
}

function passOfRule(active: ActiveRule): number {
  const { when, require, facts } = active.rule;
  return passAfter(JSON.stringify([when, require, facts]), pointAggregates([active], 'recoveryPoint'));
}
