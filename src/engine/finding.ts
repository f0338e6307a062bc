import { createHash } from 'node:crypto';
import { aggregateNames } from '../catalogue/functions.ts';
import type { Gap } from '../inventory/gap.ts';
import type { Finding } from '../result.ts';
import { type ActiveRule, type Condition, isReference } from '../rules/rule.ts';
import { targetOf, targetText } from './display.ts';
import { evidenceOf } from './evidence.ts';
import { explain, type JudgedLeaf } from './explain.ts';
import type { Item } from './item.ts';
import type { Verdict } from './judge-target.ts';
import { messageOf } from './message.ts';
import { ruleContext } from './rule-context.ts';
import { groupOf } from './subject.ts';
import { unknownMessage } from './unknown-message.ts';
import type { World } from './world/world.ts';

/** Records named per finding; the count in the evidence is whole. */
const relatedLimit = 20;

export type FindingInput = {
  readonly active: ActiveRule;
  readonly item: Item;
  readonly verdict: Pick<Verdict, 'reasons'> & { readonly outcome: 'fail' | 'unknown' };
  readonly world: World;
  /** Where a gap stands in the result's list. */
  readonly gapIndex: (gap: Gap) => number;
};

/** A fail or an unknown outcome as the result tells it: replayed with a trace of what decided it. */
export function findingOf({ active, item, verdict, world, gapIndex }: FindingInput): Finding {
  const related = new Set<string>();
  const context = ruleContext(active, item, world, {
    reached: (record) => {
      if (!record.isPlaceholder && record.kind !== 'supports' && record.id !== item.id) related.add(record.id);
    },
  });
  const { rule, severity } = active;
  const leaves = [
    rule.when && explain(rule.when, '/when', context),
    explain(rule.require, '/require', context),
  ].flatMap((judged) =>
    judged === undefined || (verdict.outcome === 'unknown' && judged.holds !== null) ? [] : judged.decisive,
  );
  const message =
    verdict.outcome === 'fail'
      ? `${messageOf(rule.message, context)}${inScopesRead(leaves, world)}`
      : unknownMessage(targetText(item), rule.title, verdict.reasons, world.isInWorld);
  const gaps = verdict.reasons.flatMap((reason) => ('gap' in reason ? [gapIndex(reason.gap)] : []));
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    outcome: verdict.outcome,
    severity,
    target: targetOf(item, world),
    message,
    evidence: evidenceOf(leaves),
    related: [...related].sort().slice(0, relatedLimit),
    gaps: [...new Set(gaps)].sort((a, b) => a - b),
    fingerprint: fingerprint(rule.id, groupOf(item, world)),
    waiver: null,
    baseline: null,
  };
}

/** The world is what the inventory names: where an aggregate looked for something everywhere, the message says so. */
function inScopesRead(leaves: readonly JudgedLeaf[], world: World): string {
  const { length } = world.inventory.scopes;
  const looked = leaves.some(({ leaf, at }) => at.startsWith('/require') && isAggregate(leaf));
  return looked ? ` (in the ${length === 1 ? 'one scope' : `${length} scopes`} read)` : '';
}

const isAggregate = (leaf: Condition): boolean =>
  isReference(leaf) && aggregateNames.some((name) => name === leaf.fact);

/** sha256 of `v1`, the rule and the group, 32 digits: nothing else goes in, so that it outlives every night's new points. */
const fingerprint = (ruleId: string, group: string): string =>
  createHash('sha256').update(`v1\n${ruleId}\n${group}`).digest('hex').slice(0, 32);
