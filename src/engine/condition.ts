import type { Condition, Leaf } from '../rules/rule.ts';
import { joinReasons, type Truth } from './answer.ts';
import type { Context } from './context.ts';
import { judgeLeaf } from './leaf.ts';
import { evaluateReference, evaluateValue } from './reference.ts';

/** Judges a condition: json-rules-engine's operators on the leaves, Kleene's logic over them. */
export function judge(condition: Condition, context: Context): Truth {
  if ('all' in condition) return fold(condition.all, false, context);
  if ('any' in condition) return fold(condition.any, true, context);
  if ('not' in condition) return negate(judge(condition.not, context));
  return judgeLeafIn(condition, context);
}

const judgeLeafIn = (leaf: Leaf, context: Context): Truth =>
  judgeLeaf(leaf.operator, evaluateReference(leaf, context), evaluateValue(leaf.value, context));

const negate = ({ holds, reasons }: Truth): Truth => ({ holds: holds === null ? null : !holds, reasons });

/** One child that holds `decisive` settles the group; else one that is unknown leaves it unknown. */
function fold(children: readonly Condition[], decisive: boolean, context: Context): Truth {
  const undecided: Truth[] = [];
  for (const child of children) {
    const truth = judge(child, context);
    if (truth.holds === decisive) return truth;
    if (truth.holds === null) undecided.push(truth);
  }
  return undecided.length === 0
    ? { holds: !decisive, reasons: [] }
    : { holds: null, reasons: joinReasons(undecided.map(({ reasons }) => reasons)) };
}
