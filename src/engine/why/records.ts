import type { Condition } from '../../rules/rule.ts';
import type { WhyLeftOut, WhyRecord, WhyRecords } from '../../why-result.ts';
import { joinReasons, type Reason, reasonsOf } from '../answer.ts';
import type { Context } from '../context.ts';
import { explain, type JudgedLeaf } from '../explain.ts';
import type { Item } from '../item.ts';
import { relatedMembers } from '../related.ts';
import { sentenceOf } from '../unknown-message.ts';
import type { Member } from '../world/world.ts';
import type { PlacedAggregate } from './aggregates-in.ts';
import { byNewest, chosenBy, recordNote, valueTaken } from './record-note.ts';
import { seenBy } from './seen.ts';
import { unreadLists } from './unread-lists.ts';

/** Records named of each group; the rest are counted. */
const namedRecords = 10;

/** One record of the relation, or what stands for an unread list of them, as `where` judged it. */
export type Tried = {
  readonly item: Item;
  readonly holds: boolean | null;
  /** The leaf that settled it, first in rule order. */
  readonly leaf: JudgedLeaf | undefined;
  readonly reasons: readonly Reason[];
};

/** Which records an aggregate counted, which it did not and why not, and what nobody read. */
export function recordsOf({ at, reference }: PlacedAggregate, context: Context): WhyRecords {
  const { params = {}, fact } = reference;
  const members = relatedMembers(context.item, String(params.of), context.world);
  const tried = members.map((member) => tryMember(member, params.where, `${at}/params/where`, context));
  const seen = tried.filter(({ item }) => !item.isPlaceholder).sort((a, b) => byNewest(a.item, b.item, context.world));
  const isCounted = ({ holds, reasons }: Tried): boolean => holds === true && reasons.length === 0;
  const counted = seen.filter(isCounted);
  const undecided = seen.filter((each) => each.holds !== false && !isCounted(each));
  const chosen = chosenBy(reference, context);
  return {
    at,
    function: fact,
    of: String(params.of),
    seen: seen.length,
    counted: named(counted, ({ item }) => ({
      ...recordNote(item, context.world),
      ...valueTaken(item, params.fact, context),
      ...(chosen.has(item.id) ? { chosen: true } : {}),
    })),
    leftOut: leftOut(seen, context),
    undecided: named(undecided, ({ item, reasons }) => ({
      ...recordNote(item, context.world),
      because: because(reasons, context),
    })),
    unread: unreadLists(tried, context.world),
  };
}

function tryMember({ item, reasons }: Member, where: Condition | undefined, at: string, context: Context): Tried {
  const membership = reasonsOf(reasons);
  if (where === undefined) return { item, holds: true, leaf: undefined, reasons: membership };
  const inner = { ...context, item, named: undefined, reached: ignore, touched: ignore };
  const judged = explain(where, at, inner);
  return { item, holds: judged.holds, leaf: judged.decisive[0], reasons: joinReasons([judged.reasons, membership]) };
}

const ignore = (): void => {};

export const because = (reasons: readonly Reason[], { world }: Context): string[] =>
  [...new Set(reasons.map((reason) => sentenceOf(reason, world.isInWorld)))].sort();

const named = <T>(items: readonly T[], note: (item: T) => WhyRecord) => ({
  count: items.length,
  records: items.slice(0, namedRecords).map(note),
});

/** By the leaf that left them out, nearest misses first: a later leaf means that all before it held. */
function leftOut(seen: readonly Tried[], context: Context): WhyLeftOut[] {
  const groups = new Map<string, { readonly leaf: JudgedLeaf; readonly tried: Tried[] }>();
  for (const each of seen) {
    if (each.holds !== false || each.leaf === undefined) continue;
    const { at } = each.leaf;
    const group = groups.get(at) ?? { leaf: each.leaf, tried: [] };
    group.tried.push(each);
    groups.set(at, group);
  }
  return [...groups.values()]
    .sort((a, b) => byPointer(b.leaf.at, a.leaf.at))
    .map(({ leaf, tried }) => leftOutBy(leaf, tried, context));
}

const byPointer = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

function leftOutBy(leaf: JudgedLeaf, tried: readonly Tried[], { world }: Context): WhyLeftOut {
  const { actual: first, ...question } = seenBy(leaf);
  const actuals = tried.map((each) => (each.leaf === undefined ? undefined : seenBy(each.leaf).actual));
  const isSame = actuals.every((actual) => JSON.stringify(actual) === JSON.stringify(first));
  return {
    ...question,
    ...(isSame && first !== undefined ? { actual: first } : {}),
    holds: leaf.holds,
    ...named(tried, ({ item, leaf: own }) => {
      const actual = own === undefined ? undefined : seenBy(own).actual;
      return { ...recordNote(item, world), ...(actual === undefined ? {} : { actual }) };
    }),
  };
}
