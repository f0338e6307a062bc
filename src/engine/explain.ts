import type { Condition, Leaf } from '../rules/rule.ts';
import { type Answer, joinReasons, type Reason, type Truth } from './answer.ts';
import { evaluateReference, evaluateValue } from './compiler.ts';
import type { Context } from './context.ts';
import { judgeLeaf } from './leaf.ts';

/** One leaf as it was judged; `at` is its JSON Pointer into the rule. */
export type JudgedLeaf = Truth & {
  readonly at: string;
  readonly leaf: Leaf;
  readonly actual: Answer;
  readonly expected: Answer;
};

type Judged = Truth & { readonly decisive: readonly JudgedLeaf[] };

/** A condition with the leaves that decided it, in rule order: all that is needed to see why, and nothing beside it. */
export function explain(condition: Condition, at: string, context: Context): Judged {
  if ('all' in condition) return explainGroup(condition.all, `${at}/all`, false, context);
  if ('any' in condition) return explainGroup(condition.any, `${at}/any`, true, context);
  if ('not' in condition) {
    const inner = explain(condition.not, `${at}/not`, context);
    return { ...inner, holds: inner.holds === null ? null : !inner.holds };
  }
  const actual = evaluateReference(condition, context);
  const expected = evaluateValue(condition.value, context);
  const truth = judgeLeaf(condition.operator, actual, expected);
  return { ...truth, decisive: [{ ...truth, at, leaf: condition, actual, expected }] };
}

function explainGroup(children: readonly Condition[], at: string, settling: boolean, context: Context): Judged {
  const judged = children.map((child, index) => explain(child, `${at}/${index}`, context));
  const holds = groupTruth(judged, settling);
  const decisive = holds === !settling ? judged : judged.filter((child) => child.holds === holds);
  const reasons: readonly Reason[] = holds === null ? joinReasons(decisive.map((child) => child.reasons)) : [];
  return { holds, reasons, decisive: decisive.flatMap((child) => child.decisive) };
}

function groupTruth(judged: readonly Judged[], settling: boolean): boolean | null {
  if (judged.some(({ holds }) => holds === settling)) return settling;
  return judged.some(({ holds }) => holds === null) ? null : !settling;
}
