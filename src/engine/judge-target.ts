import type { Gap } from '../inventory/gap.ts';
import type { Outcome } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { joinReasons, type Reason, type Truth } from './answer.ts';
import { compilerFor } from './compiler.ts';
import type { Context } from './context.ts';
import type { Item } from './item.ts';
import { namedFacts } from './rule-context.ts';
import type { World } from './world/world.ts';

export type Verdict = {
  readonly outcome: Outcome;
  /** Why it is unknown. */
  readonly reasons: readonly Reason[];
  /** Gaps that the rule met on its way, whatever the outcome: a copy seen passes, and yet a vault was not read. */
  readonly touched: ReadonlySet<Gap>;
};

type Open = Pick<Context, 'world' | 'parameters' | 'reached' | 'touched'> & {
  item: Item;
  target: Item;
  named: Context['named'];
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
  return (item) => {
    touched = undefined;
    const context: Open = { world, parameters, item, target: item, named: {}, reached: ignore, touched: touch };
    context.named = namedFacts(rule, context);
    const applies = when?.(context) ?? always;
    if (applies.holds === false) return notApplicable;
    const holds = require(context);
    const reasons = applies === always ? holds.reasons : joinReasons([applies.reasons, holds.reasons]);
    touch(reasons.flatMap((reason) => ('gap' in reason ? [reason.gap] : [])));
    return verdictOf(applies, holds, reasons, touched);
  };
}

function verdictOf(applies: Truth, holds: Truth, reasons: readonly Reason[], touched = noGaps): Verdict {
  const sure = holds.holds === true ? pass : applies.holds === true && holds.holds === false ? fail : undefined;
  if (sure === undefined) return { outcome: 'unknown', reasons, touched };
  return touched.size === 0 ? sure : { ...sure, touched };
}

const ignore = (): void => {};

export const judgeTarget = (active: ActiveRule, item: Item, world: World): Verdict => targetJudge(active, world)(item);
