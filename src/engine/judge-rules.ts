import { type Kind, kindSpec } from '../catalogue/kinds.ts';
import type { Gap } from '../inventory/gap.ts';
import { compareText } from '../inventory/scope.ts';
import { factsOf } from '../rules/demand.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { hidingGaps } from './hidden-targets.ts';
import { judgingBy } from './judging.ts';
import type { Tally } from './tally.ts';
import { judges } from './target-of.ts';
import type { World } from './world/world.ts';

/** By id; rules that ask whether their scope is complete come after all that feel gaps. */
export function inOrder(rules: readonly ActiveRule[]): readonly (readonly ActiveRule[])[] {
  const sorted = [...rules].sort((a, b) => compareText(a.rule.id, b.rule.id));
  return [sorted.filter((active) => !asksComplete(active)), sorted.filter(asksComplete)];
}

const asksComplete = ({ rule }: ActiveRule): boolean => factsOf(rule).includes('scope.complete');

const targetKinds = ({ rule }: ActiveRule): readonly Kind[] => [rule.target].flat().filter(isKind);

/** Recovery points that passed were judged as they did. */
export const kindsToJudge =
  ({ fed }: World) =>
  (active: ActiveRule): readonly Kind[] =>
    targetKinds(active).filter((kind) => kind !== 'recoveryPoint' || fed === undefined);

type Gaps = { readonly felt: Set<Gap>; readonly hidden: Set<Gap> };

/** Thing by thing, so that what several rules ask of one is worked out once. */
export function judgeRules(rules: readonly ActiveRule[], world: World, tally: Tally, { felt, hidden }: Gaps): void {
  const judging = rules.map((active) => ({
    active,
    kinds: kindsToJudge(world)(active),
    judge: judgingBy(active, world, { tally, felt }),
  }));
  for (const kind of new Set(judging.flatMap(({ kinds }) => kinds))) {
    const own = judging.filter(({ kinds }) => kinds.includes(kind));
    for (const item of world.items(kind)) {
      world.focus(item);
      for (const { active, judge } of own) if (judges(active.rule, item)) judge(item);
    }
  }
  world.focus(undefined);
  for (const active of rules) {
    for (const gap of targetKinds(active).flatMap((kind) => hidingGaps(active, kind, world))) {
      hidden.add(gap);
      felt.add(gap);
    }
  }
}

const isKind = (name: string): name is Kind => kindSpec(name) !== undefined;
