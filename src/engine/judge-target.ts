import type { Gap } from '../inventory/gap.ts';
import type { Outcome } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { joinReasons, type Reason, type Truth } from './answer.ts';
import { judge } from './compiler.ts';
import type { Item } from './item.ts';
import { ruleContext } from './rule-context.ts';
import type { World } from './world/world.ts';

export type Verdict = {
  readonly outcome: Outcome;
  /** Why it is unknown. */
  readonly reasons: readonly Reason[];
  /** Gaps that the rule met on its way, whatever the outcome: a copy seen passes, and yet a vault was not read. */
  readonly touched: ReadonlySet<Gap>;
};

/** `when` false: not applicable. `require` true: pass, even where `when` is unknown. Else what is unknown stays so. */
export function judgeTarget(active: ActiveRule, item: Item, world: World): Verdict {
  const touched = new Set<Gap>();
  const touch = (gaps: readonly Gap[]): void => {
    for (const gap of gaps) touched.add(gap);
  };
  const context = ruleContext(active, item, world, { touched: touch });
  const when: Truth = active.rule.when === undefined ? { holds: true, reasons: [] } : judge(active.rule.when, context);
  if (when.holds === false) return { outcome: 'notApplicable', reasons: [], touched: new Set() };
  const require = judge(active.rule.require, context);
  const reasons = joinReasons([when.reasons, require.reasons]);
  touch(reasons.flatMap((reason) => ('gap' in reason ? [reason.gap] : [])));
  if (require.holds === true) return { outcome: 'pass', reasons: [], touched };
  if (when.holds === true && require.holds === false) return { outcome: 'fail', reasons: [], touched };
  return { outcome: 'unknown', reasons, touched };
}
