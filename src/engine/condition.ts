import type { Condition, Leaf } from '../rules/rule.ts';
import { joinReasons, type Truth } from './answer.ts';
import type { Compiler, Judge } from './compiled.ts';
import { compileLeaf } from './leaf.ts';

/** json-rules-engine's operators on the leaves, Kleene's logic over them. */
export function compileCondition(condition: Condition, compiler: Compiler): Judge {
  if ('all' in condition) return fold(condition.all.map(compiler.condition), false);
  if ('any' in condition) return fold(condition.any.map(compiler.condition), true);
  if ('not' in condition) return negation(compiler.condition(condition.not));
  return leafJudge(condition, compiler);
}

function leafJudge(leaf: Leaf, compiler: Compiler): Judge {
  const left = compiler.reference(leaf);
  const right = compiler.value(leaf.value);
  const judgeLeaf = compileLeaf(leaf.operator);
  return (context) => judgeLeaf(left(context), right(context));
}

const yes: Truth = { holds: true, reasons: [] };
const no: Truth = { holds: false, reasons: [] };
const decided = (holds: boolean): Truth => (holds ? yes : no);

const negation =
  (inner: Judge): Judge =>
  (context) => {
    const { holds, reasons } = inner(context);
    return holds === null ? { holds, reasons } : decided(!holds);
  };

/** One child that holds `decisive` settles the group; else one that is unknown leaves it unknown. */
const fold =
  (children: readonly Judge[], decisive: boolean): Judge =>
  (context) => {
    let undecided: Truth[] | undefined;
    for (const child of children) {
      const truth = child(context);
      if (truth.holds === decisive) return truth;
      if (truth.holds === null) {
        undecided ??= [];
        undecided.push(truth);
      }
    }
    if (undecided === undefined) return decided(!decisive);
    return { holds: null, reasons: joinReasons(undecided.map(({ reasons }) => reasons)) };
  };
