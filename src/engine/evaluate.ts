import { type Kind, kindSpec } from '../catalogue/kinds.ts';
import type { Gap } from '../inventory/gap.ts';
import { compareText } from '../inventory/scope.ts';
import type { ActiveRule } from '../rules/rule.ts';
import type { Evaluation, EvaluationInput } from './evaluation.ts';
import { hidingGaps } from './hidden-targets.ts';
import type { Item } from './item.ts';
import { judgeTarget, type Verdict } from './judge-target.ts';
import { resultOf } from './result-of.ts';
import { buildWorld } from './world/build-world.ts';
import type { World } from './world/world.ts';

export type Judged = { readonly active: ActiveRule; readonly item: Item; readonly verdict: Verdict };

/** Rules × inventory → outcomes. Same input, same result, whatever the order of shards, records and rules. */
export function evaluate(input: EvaluationInput): Evaluation {
  const felt = new Set<Gap>();
  const world = buildWorld(input, felt);
  const judged = inOrder(input.rules).flatMap((active) => judgeRule(active, world, felt));
  const result = resultOf({ input, judged, felt, world });
  return {
    result,
    incomplete: felt.size > 0 || judged.some(({ verdict }) => verdict.outcome === 'unknown'),
    partial: felt.size > 0,
  };
}

/** By id; a rule that asks whether its scope is complete comes after all that feel gaps. */
function inOrder(rules: readonly ActiveRule[]): readonly ActiveRule[] {
  const sorted = [...rules].sort((a, b) => compareText(a.rule.id, b.rule.id));
  return [...sorted.filter((active) => !asksComplete(active)), ...sorted.filter(asksComplete)];
}

const asksComplete = ({ rule }: ActiveRule): boolean =>
  targetKinds(rule.target).includes('scope') && JSON.stringify(rule).includes('"fact":"complete"');

const targetKinds = (target: string | readonly string[]): readonly string[] =>
  typeof target === 'string' ? [target] : target;

function judgeRule(active: ActiveRule, world: World, felt: Set<Gap>): readonly Judged[] {
  const kinds = targetKinds(active.rule.target).filter(isKind);
  const judged = kinds.flatMap((kind) =>
    world.items(kind).map((item) => ({ active, item, verdict: judgeTarget(active, item, world) })),
  );
  for (const gap of kinds.flatMap((kind) => hidingGaps(active, kind, world))) felt.add(gap);
  for (const { verdict } of judged) {
    for (const reason of verdict.reasons) if ('gap' in reason) felt.add(reason.gap);
  }
  return judged;
}

const isKind = (name: string): name is Kind => kindSpec(name) !== undefined;
