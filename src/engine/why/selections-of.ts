import { kindSpec } from '../../catalogue/kinds.ts';
import { compareText } from '../../inventory/scope.ts';
import type { WhySelection } from '../../why-result.ts';
import { targetOf } from '../display.ts';
import type { Item } from '../item.ts';
import { planOf } from '../plan-of.ts';
import { type Judged, judgedCovers } from '../relation.ts';
import { relationKeys } from '../relation-keys.ts';
import { sentenceOf } from '../unknown-message.ts';
import type { World } from '../world/world.ts';

/** Of a resource: the selections that were read and may cover it, with what decided of each. */
export function selectionsOf(item: Item, world: World): { readonly selections?: WhySelection[] } {
  const relations = Object.keys(kindSpec(item.kind)?.toMany ?? {}).filter(
    (relation) => relationKeys[item.kind]?.[relation]?.covers !== undefined,
  );
  if (relations.length === 0) return {};
  const all = relations.map((relation) =>
    judgedCovers(item, relation, world).map((judged) => whySelection(relation, judged, world)),
  );
  return { selections: all.flatMap((each) => each.filter(isNear).sort(bestFirst)) };
}

/** Of other accounts and Regions there may be hundreds, none of which concerns it. */
const isNear = ({ holds, by }: WhySelection): boolean =>
  holds !== false || by.every(({ clause }) => clause !== 'scope');

function whySelection(relation: string, { item, membership }: Judged, world: World): WhySelection {
  const { holds, by, reasons } = membership;
  const { id, name = id } = targetOf(item, world);
  const plan = planOf(item, world);
  return {
    ...{ relation, id, name },
    ...(plan === undefined ? {} : { plan: targetOf(plan, world).name ?? plan.id }),
    holds,
    by: [...by],
    because: [...new Set(reasons.map((reason) => sentenceOf(reason, world.isInWorld)))].sort(),
  };
}

const order = [true, null, false];

const bestFirst = (a: WhySelection, b: WhySelection): number =>
  order.indexOf(a.holds) - order.indexOf(b.holds) || compareText(a.name, b.name) || compareText(a.id, b.id);
