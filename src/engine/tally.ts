import type { Gap } from '../inventory/gap.ts';
import type { Outcome, OutcomeCounts, Result } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import type { EvaluationInput } from './evaluation.ts';
import type { Item } from './item.ts';
import type { Verdict } from './judge-target.ts';
import { newWitness, type Witness } from './verify/witness.ts';

/** A fail or an unknown outcome: what becomes a finding. */
export type Judged = { readonly active: ActiveRule; readonly item: Item; readonly verdict: Verdict };

type Listed = NonNullable<Result['outcomes']>[number];

/** What judging comes to: findings are kept, everything else is counted. */
export type Tally = {
  readonly judged: Judged[];
  readonly outcomes: ReadonlyMap<ActiveRule, OutcomeCounts>;
  /** Things that at least one rule judged. */
  targets: number;
  /** Those that the user wants to see one by one. */
  readonly listed: Listed[];
  readonly include: readonly Outcome[];
  /** Undefined where nothing is verified. */
  readonly witness: Witness | undefined;
};

export const newTally = ({ rules, include, verify }: EvaluationInput): Tally => ({
  judged: [],
  outcomes: new Map(rules.map((active) => [active, { pass: 0, fail: 0, notApplicable: 0, unknown: 0 }])),
  targets: 0,
  listed: [],
  include,
  witness: newWitness(verify),
});

/** Where judging writes down what it comes to; `felt` are the gaps that verdicts met. */
export type Notes = { readonly tally: Tally; readonly felt: Set<Gap> };

/** Notes what a rule comes to, and by which parameters. */
export function noting(
  { tally, felt }: Notes,
  rule: ActiveRule,
): (item: Item, active: ActiveRule, verdict: Verdict) => OutcomeCounts {
  const counts = tally.outcomes.get(rule) ?? { pass: 0, fail: 0, notApplicable: 0, unknown: 0 };
  return (item, active, verdict) => {
    const { outcome, touched } = verdict;
    counts[outcome] += 1;
    if (outcome === 'fail' || outcome === 'unknown') tally.judged.push({ active, item, verdict });
    else if (tally.include.includes(outcome)) {
      tally.listed.push({ ruleId: active.rule.id, outcome, target: { kind: item.kind, id: item.id } });
    }
    if (touched.size > 0) for (const gap of touched) felt.add(gap);
    return counts;
  };
}

/** Takes in what else was judged, by the same rules. */
export function addTally(into: Tally, from: Tally): void {
  into.judged.push(...from.judged);
  into.listed.push(...from.listed);
  into.targets += from.targets;
  for (const [active, counts] of into.outcomes) {
    const sum = addCounts([counts, ...[from.outcomes.get(active)].flatMap((others) => others ?? [])]);
    Object.assign(counts, sum);
  }
}

export function addCounts(all: Iterable<OutcomeCounts>): OutcomeCounts {
  const sum = { pass: 0, fail: 0, notApplicable: 0, unknown: 0 };
  for (const { pass, fail, notApplicable, unknown } of all) {
    sum.pass += pass;
    sum.fail += fail;
    sum.notApplicable += notApplicable;
    sum.unknown += unknown;
  }
  return sum;
}
