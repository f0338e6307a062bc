import { type Kind, kindSpec } from '../catalogue/kinds.ts';
import { joinReasons, type Reason, reasonsOf, unknown } from './answer.ts';
import { type Item, isItem } from './item.ts';
import type { Member, World } from './world/world.ts';

/** All records that a path of relations reaches, each once; certain where any way to it is. */
export function relatedMembers(owner: Item, path: string | readonly string[], world: World): readonly Member[] {
  const steps = typeof path === 'string' ? path.split('.') : path;
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) return membersOf(owner, only, world);
  const start: Member = { item: owner, reasons: { is: 'known', value: true } };
  return steps.reduce<readonly Member[]>((reached, step) => nextStep(reached, step, world), [start]);
}

function nextStep(reached: readonly Member[], step: string, world: World): readonly Member[] {
  if (reached.length === 1 && reached[0]?.reasons.is === 'known') return membersOf(reached[0].item, step, world);
  const each = new Map<Item, Member>();
  for (const from of reached) {
    for (const member of membersOf(from.item, step, world)) {
      const reasons = joinReasons([reasonsOf(from.reasons), reasonsOf(member.reasons)]);
      const joined: Member = reasons.length === 0 ? member : { item: member.item, reasons: unknown(reasons) };
      if (each.get(member.item)?.reasons.is !== 'known') each.set(member.item, joined);
    }
  }
  return [...each.values()];
}

function membersOf(item: Item, step: string, world: World): readonly Member[] {
  const spec = kindSpec(item.kind);
  if (spec === undefined || !Object.hasOwn(spec.toOne, step)) return world.members(item, step);
  const answer = world.fact(item, step);
  const to = spec.toOne[step]?.to;
  return (answer.is === 'oneOf' ? answer.answers : [answer]).flatMap((each): readonly Member[] => {
    if (each.is !== 'known') return unreadMembers(to, reasonsOf(each), world);
    return isItem(each.value) ? [{ item: each.value, reasons: answer.is === 'known' ? answer : each }] : [];
  });
}

/** Whatever a to-one relation may lead to: something that was not read, else any of those that were. */
function unreadMembers(kind: string | undefined, reasons: readonly Reason[], world: World): readonly Member[] {
  if (kind === undefined || !isKind(kind)) return [];
  const unread = reasons.flatMap((reason) => ('gap' in reason ? [reason.gap] : []));
  const hidden: Item = { kind, id: `unread ${kind}`, scope: undefined, fields: {}, unread, isPlaceholder: true };
  const items = unread.length > 0 ? [hidden] : world.items(kind);
  return items.map((item) => ({ item, reasons: unknown(reasons) }));
}

const isKind = (name: string): name is Kind => kindSpec(name) !== undefined;
