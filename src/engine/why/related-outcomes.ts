import { kindSpec } from '../../catalogue/kinds.ts';
import { compareText } from '../../inventory/scope.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import type { WhyRelated } from '../../why-result.ts';
import type { Item } from '../item.ts';
import { relatedMembers } from '../related.ts';
import { ruleTarget } from '../ruling.ts';
import { concerns } from '../target-of.ts';
import type { World } from '../world/world.ts';

/** Ids named of those that fail or are unknown. */
const namedIds = 3;

/** The vaults of a resource are two steps away, and worth a look. */
const farther: { readonly [kind: string]: readonly string[] } = { protectedResource: ['recoveryPoints.vault'] };

/** What the rules in force make of the things around one: its points, its vault, its scope. */
export function relatedOutcomes(item: Item, rules: readonly ActiveRule[], world: World): WhyRelated[] {
  const spec = kindSpec(item.kind);
  if (spec === undefined) return [];
  const relations = [...Object.keys(spec.toOne), ...Object.keys(spec.toMany), ...(farther[item.kind] ?? [])];
  return relations.flatMap((relation) => outcomesOver(relation, item, rules, world));
}

function outcomesOver(relation: string, item: Item, rules: readonly ActiveRule[], world: World): WhyRelated[] {
  const members = relatedMembers(item, relation, world).filter(
    (member) => !member.item.isPlaceholder && member.reasons.is === 'known',
  );
  const items = members.map((member) => member.item);
  const [first] = items;
  if (first === undefined) return [];
  return rules
    .filter(({ rule }) => concerns(rule, first.kind))
    .map((active) => outcomesOf(relation, first.kind, active, items, world));
}

function outcomesOf(
  relation: string,
  kind: string,
  active: ActiveRule,
  items: readonly Item[],
  world: World,
): WhyRelated {
  const outcomes = { pass: 0, fail: 0, notApplicable: 0, unknown: 0 };
  const open = { fail: [] as string[], unknown: [] as string[] };
  for (const item of items) {
    const { outcome } = ruleTarget(active, item, world).verdict;
    outcomes[outcome]++;
    if (outcome === 'fail' || outcome === 'unknown') open[outcome].push(item.id);
  }
  const askNext = [...open.fail.sort(compareText), ...open.unknown.sort(compareText)].slice(0, namedIds);
  return { relation, kind, ruleId: active.rule.id, ruleName: active.rule.name, outcomes, askNext };
}
