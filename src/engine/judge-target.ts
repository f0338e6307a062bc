import type { Outcome } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { joinReasons, type Reason } from './answer.ts';
import { judge } from './condition.ts';
import type { Item } from './item.ts';
import { ruleContext } from './rule-context.ts';
import type { World } from './world/world.ts';

export type Verdict = { readonly outcome: Outcome; readonly reasons: readonly Reason[] };

/** `when` false: not applicable. `require` true: pass, even where `when` is unknown. Else what is unknown stays so. */
export function judgeTarget(active: ActiveRule, item: Item, world: World): Verdict {
  const context = ruleContext(active, item, world);
  const when = active.rule.when === undefined ? { holds: true, reasons: [] } : judge(active.rule.when, context);
  if (when.holds === false) return { outcome: 'notApplicable', reasons: [] };
  const require = judge(active.rule.require, context);
  if (require.holds === true) return { outcome: 'pass', reasons: [] };
  if (when.holds === true && require.holds === false) return { outcome: 'fail', reasons: [] };
  return { outcome: 'unknown', reasons: joinReasons([when.reasons, require.reasons]) };
}
