import type { Condition, Leaf } from '../../rules/rule.ts';
import { type Answer, unknown } from '../answer.ts';
import { evaluateReference, evaluateValue } from '../compiler.ts';
import type { Context } from '../context.ts';
import { compileLeaf } from '../leaf.ts';
import { NeedsPoints } from '../points/needs-points.ts';

/** A leaf as the engine saw and judged it. */
export type SeenLeaf = { readonly left: Answer; readonly right: Answer; readonly holds: boolean | null };

/** Every leaf of a condition, in rule order: those that judging stopped before as well. */
export function leavesOf(condition: Condition, context: Context): readonly SeenLeaf[] {
  if ('all' in condition) return condition.all.flatMap((each) => leavesOf(each, context));
  if ('any' in condition) return condition.any.flatMap((each) => leavesOf(each, context));
  if ('not' in condition) return leavesOf(condition.not, context);
  return [seenLeaf(condition, context)];
}

function seenLeaf(leaf: Leaf, context: Context): SeenLeaf {
  const left = told(() => evaluateReference(leaf, context));
  const right = told(() => evaluateValue(leaf.value, context));
  return { left, right, holds: compileLeaf(leaf.operator)(left, right).holds };
}

/** What cannot be told while points pass is asked by no leaf that judging came to, so it may say anything. */
function told(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof NeedsPoints) return unknown([]);
    throw error;
  }
}
