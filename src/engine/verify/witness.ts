import type { Outcome } from '../../result.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import type { Item } from '../item.ts';
import { ruleContext } from '../rule-context.ts';
import type { World } from '../world/world.ts';
import { leavesOf, type SeenLeaf } from './leaves.ts';

/** Which verdicts json-rules-engine checks: all, or every finding and a sample of the rest, up to a limit of each. */
export type VerifyMode = 'all' | 'sample' | 'off';
export const verifyModes: readonly VerifyMode[] = ['all', 'sample', 'off'];

/** A verdict, and what json-rules-engine needs to come to it. */
export type SeenVerdict = {
  readonly active: ActiveRule;
  readonly target: string;
  readonly outcome: Outcome;
  readonly when: readonly SeenLeaf[];
  readonly require: readonly SeenLeaf[];
};

/** Is shown each verdict as it is passed: of recovery points that pass nothing is there later. */
export type Witness = {
  readonly seen: readonly SeenVerdict[];
  /** `nth` counts the verdicts of this rule with this outcome. */
  readonly see: (active: ActiveRule, item: Item, outcome: Outcome, nth: number, world: World) => void;
};

/** Of the findings, and of the rest. */
const limit = 10_000;
const firstOnes = 20;
const every = 1_000;

export function newWitness(mode: VerifyMode = 'off'): Witness | undefined {
  if (mode === 'off') return undefined;
  const seen: SeenVerdict[] = [];
  const takes = mode === 'all' ? () => true : sampler();
  return {
    seen,
    see: (active, item, outcome, nth, world) => {
      if (takes(outcome, nth)) seen.push(seenVerdict(active, item, outcome, world));
    },
  };
}

function sampler(): (outcome: Outcome, nth: number) => boolean {
  let [findings, others] = [0, 0];
  return (outcome, nth) => {
    if (outcome === 'fail' || outcome === 'unknown') return ++findings <= limit;
    return (nth <= firstOnes || nth % every === 0) && ++others <= limit;
  };
}

function seenVerdict(active: ActiveRule, item: Item, outcome: Outcome, world: World): SeenVerdict {
  const { when, require } = active.rule;
  const context = ruleContext(active, item, world);
  return {
    active,
    target: item.id,
    outcome,
    when: when === undefined ? [] : leavesOf(when, context),
    require: leavesOf(require, context),
  };
}
