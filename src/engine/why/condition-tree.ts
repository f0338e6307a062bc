import { type Condition, isReference, type Leaf } from '../../rules/rule.ts';
import type { WhyLeaf, WhyNode, WhyRecords } from '../../why-result.ts';
import type { Context } from '../context.ts';
import { evidenceOf } from '../evidence.ts';
import { explain } from '../explain.ts';
import { aggregatesIn } from './aggregates-in.ts';
import { because, recordsOf } from './records.ts';
import { seenBy } from './seen.ts';

/** What a tree is made of besides the condition; `decisive` tells the leaves that settled the outcome. */
type TreeInput = { readonly context: Context; readonly decisive: ReadonlySet<string> };

/** All of a condition, with what each part of it came to. */
export function conditionTree(condition: Condition, at: string, input: TreeInput): WhyNode {
  if ('all' in condition) return groupOf('all', condition.all, at, input);
  if ('any' in condition) return groupOf('any', condition.any, at, input);
  if (!('not' in condition)) return leafOf(condition, at, input);
  const inner = conditionTree(condition.not, `${at}/not`, input);
  const holds = inner.holds === null ? null : !inner.holds;
  return { at, join: 'not', holds, decisive: inner.decisive, conditions: [inner] };
}

function groupOf(join: 'all' | 'any', children: readonly Condition[], at: string, input: TreeInput): WhyNode {
  const conditions = children.map((child, index) => conditionTree(child, `${at}/${join}/${index}`, input));
  const decisive = conditions.some((child) => child.decisive);
  return { at, join, holds: groupTruth(conditions, join === 'any'), decisive, conditions };
}

/** Kleene's logic: one child that settles the group does; else one that is unknown leaves it so. */
function groupTruth(children: readonly WhyNode[], settling: boolean): boolean | null {
  if (children.some(({ holds }) => holds === settling)) return settling;
  return children.some(({ holds }) => holds === null) ? null : !settling;
}

function leafOf(leaf: Leaf, at: string, { context, decisive }: TreeInput): WhyLeaf {
  const related = new Set<string>();
  const [judged] = explain(leaf, at, {
    ...context,
    reached: ({ id, kind, isPlaceholder }) => {
      if (!isPlaceholder && kind !== 'supports' && id !== context.item.id) related.add(id);
    },
  }).decisive;
  if (judged === undefined) throw new Error(`the leaf ${at} was not judged`);
  const [evidence] = evidenceOf([judged]);
  return {
    fact: leaf.fact,
    ...evidence,
    ...seenBy(judged),
    holds: judged.holds,
    decisive: decisive.has(at),
    related: [...related].sort(),
    because: because(judged.reasons, context),
    records: recordsOfLeaf(leaf, at, context),
  };
}

function recordsOfLeaf(leaf: Leaf, at: string, context: Context): WhyRecords[] {
  const right = isReference(leaf.value) ? aggregatesIn(leaf.value, `${at}/value`) : [];
  return [...aggregatesIn(leaf, at), ...right].map((aggregate) => recordsOf(aggregate, context));
}
