import { type Kind, kindSpec } from '../catalogue/kinds.ts';
import { type Gap, isForgotten } from '../inventory/gap.ts';
import { compareText } from '../inventory/scope.ts';
import { factsOf } from '../rules/demand.ts';
import type { ActiveRule } from '../rules/rule.ts';
import type { Evaluation, EvaluationInput } from './evaluation.ts';
import { hidingGaps } from './hidden-targets.ts';
import type { Item } from './item.ts';
import { judgeTarget, type Verdict } from './judge-target.ts';
import { resultOf } from './result-of.ts';
import { buildWorld } from './world/build-world.ts';
import { keepGaps } from './world/keep-gaps.ts';
import type { World } from './world/world.ts';

export type Judged = { readonly active: ActiveRule; readonly item: Item; readonly verdict: Verdict };

/** Rules × inventory → outcomes. Same input, same result, whatever the order of shards, records and rules. */
export function evaluate(input: EvaluationInput): Evaluation {
  const felt = new Set<Gap>();
  const world = buildWorld(input, felt);
  const hidden = new Set<Gap>();
  const judged = inOrder(input.rules).flatMap((active) => judgeRule(active, world, { felt, hidden }));
  const result = resultOf({ input, judged, felt, world });
  return {
    result,
    incomplete: hidden.size > 0 || judged.some(({ verdict }) => verdict.outcome === 'unknown'),
    partial: felt.size > 0,
  };
}

/** By id; a rule that asks whether its scope is complete comes after all that feel gaps. */
function inOrder(rules: readonly ActiveRule[]): readonly ActiveRule[] {
  const sorted = [...rules].sort((a, b) => compareText(a.rule.id, b.rule.id));
  return [...sorted.filter((active) => !asksComplete(active)), ...sorted.filter(asksComplete)];
}

const asksComplete = ({ rule }: ActiveRule): boolean => factsOf(rule).includes('scope.complete');

const targetKinds = (target: string | readonly string[]): readonly string[] =>
  typeof target === 'string' ? [target] : target;

type Gaps = { readonly felt: Set<Gap>; readonly hidden: Set<Gap> };

function judgeRule(active: ActiveRule, world: World, { felt, hidden }: Gaps): readonly Judged[] {
  const kinds = targetKinds(active.rule.target).filter(isKind);
  const horizons = keepGaps(world, isForgotten);
  const judged = kinds.flatMap((kind) =>
    world.items(kind).map((item) => {
      const verdict = judgeTarget(active, item, world);
      return { active, item, verdict: withoutIdleHorizons(verdict, () => judgeTarget(active, item, horizons)) };
    }),
  );
  for (const gap of kinds.flatMap((kind) => hidingGaps(active, kind, world))) {
    hidden.add(gap);
    felt.add(gap);
  }
  for (const { verdict } of judged) for (const gap of verdict.touched) felt.add(gap);
  return judged;
}

/** That AWS forgets old jobs is no reason where it would not matter if everything else had been read. */
function withoutIdleHorizons(verdict: Verdict, amongHorizons: () => Verdict): Verdict {
  const others = verdict.reasons.filter((reason) => !('gap' in reason) || !isForgotten(reason.gap));
  if (others.length === 0 || others.length === verdict.reasons.length) return verdict;
  if (amongHorizons().outcome === 'unknown') return verdict;
  return { ...verdict, reasons: others, touched: new Set([...verdict.touched].filter((gap) => !isForgotten(gap))) };
}

const isKind = (name: string): name is Kind => kindSpec(name) !== undefined;
