import type { Gap } from '../inventory/gap.ts';
import type { Outcome } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { joinReasons, type Reason, type Truth } from './answer.ts';
import { compilerFor } from './compiler.ts';
import type { Item } from './item.ts';
import { ruleContexts } from './rule-context.ts';
import type { World } from './world/world.ts';

export type Verdict = {
  readonly outcome: Outcome;
  /** Why it is unknown. */
  readonly reasons: readonly Reason[];
  /** Gaps that the rule met on its way, whatever the outcome: a copy seen passes, and yet a vault was not read. */
  readonly touched: ReadonlySet<Gap>;
};

const always: Truth = { holds: true, reasons: [] };
const noGaps: ReadonlySet<Gap> = new Set();
const notApplicable: Verdict = { outcome: 'notApplicable', reasons: [], touched: noGaps };
const pass: Verdict = { outcome: 'pass', reasons: [], touched: noGaps };
const fail: Verdict = { outcome: 'fail', reasons: [], touched: noGaps };

/**
 * A rule as a function of its target. `when` false: not applicable. `require` true: pass, even where `when` is unknown.
 * Else what is unknown stays so.
 */
export function targetJudge(active: ActiveRule, world: World): (item: Item) => Verdict {
  const { rule, parameters } = active;
  const compiler = compilerFor(parameters);
  const when = rule.when && compiler.condition(rule.when);
  const require = compiler.condition(rule.require);
  let touched: Set<Gap> | undefined;
  const touch = (gaps: readonly Gap[]): void => {
    for (const gap of gaps) touched = (touched ?? new Set<Gap>()).add(gap);
  };
  const contextOf = ruleContexts(active, world, { touched: touch });
  return (item) => {
    touched = undefined;
    const context = contextOf(item);
    const applies = when?.(context) ?? always;
    if (applies.holds === false) return notApplicable;
    const holds = require(context);
    if (applies.holds === true && holds.holds !== null) return decided(holds.holds ? pass : fail, touched);
    const reasons = joinReasons([applies.reasons, holds.reasons]);
    touch(reasons.flatMap((reason) => ('gap' in reason ? [reason.gap] : [])));
    return verdictOf(holds, reasons, touched);
  };
}

const decided = (verdict: Verdict, touched = noGaps): Verdict =>
  touched.size === 0 ? verdict : { ...verdict, touched };

/** Where not both are known. */
const verdictOf = (holds: Truth, reasons: readonly Reason[], touched = noGaps): Verdict =>
  holds.holds === true ? decided(pass, touched) : { outcome: 'unknown', reasons, touched };

export const judgeTarget = (active: ActiveRule, item: Item, world: World): Verdict => targetJudge(active, world)(item);
