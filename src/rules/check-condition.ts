import { expectedOneOf } from '../nearest.ts';
import { checkOperator, type Operand } from './check-operator.ts';
import type { Resolved, View } from './check-view.ts';
import { guardAdvice, guardsOf, mayBeAbsent } from './guards.ts';
import { isNegative, type Operator, parseOperator, type UnknownOperator } from './operator.ts';
import { type Condition, isReference, type Leaf } from './rule.ts';

/** Groups gather what their `exists` leaves prove; leaves are checked under it. */
export function checkCondition(condition: Condition, pointer: string, view: View): void {
  if ('all' in condition) checkGroup(condition.all, `${pointer}/all`, true, view);
  else if ('any' in condition) checkGroup(condition.any, `${pointer}/any`, false, view);
  else if ('not' in condition) checkCondition(condition.not, `${pointer}/not`, { ...view, negated: true });
  else checkLeaf(condition, pointer, view);
}

function checkGroup(conditions: readonly Condition[], pointer: string, exists: boolean, view: View): void {
  const inner = { ...view, guards: [...view.guards, ...guardsOf(conditions, exists)] };
  for (const [index, each] of conditions.entries()) checkCondition(each, `${pointer}/${index}`, inner);
}

function checkLeaf(leaf: Leaf, pointer: string, view: View): void {
  const operator = parseOperator(leaf.operator);
  const fact = view.check.reference(leaf, pointer, view);
  const value = operandOf(leaf.value, `${pointer}/value`, view);
  if (value?.from === 'reference') checkAbsentValue(value.resolved, `${pointer}/value`, view);
  if ('unknown' in operator) {
    view.notes.fault(`${pointer}/operator`, unknownOperator(operator));
    return;
  }
  if (fact === undefined) return;
  checkAbsentFact(fact, operator, `${pointer}/operator`, view);
  if (value === undefined) return;
  const place = { pointer, text: leaf.operator, notes: view.notes };
  checkOperator(operator, { from: 'reference', resolved: fact }, value, place);
}

const unknownOperator = ({ unknown, among }: UnknownOperator): string =>
  `unknown ${among.includes('equal') ? 'operator' : 'decorator'} "${unknown}"${expectedOneOf(unknown, among)}`;

/** The right side: a reference, a literal, or a list of literals. */
function operandOf(value: unknown, pointer: string, view: View): Operand | undefined {
  if (isReference(value)) {
    const resolved = view.check.reference(value, pointer, view);
    return resolved && { from: 'reference', resolved };
  }
  if (!Array.isArray(value)) return { from: 'literals', literals: [{ value, pointer }] };
  return {
    from: 'list',
    literals: value.map((each: unknown, index) => ({ value: each, pointer: `${pointer}/${index}` })),
  };
}

function checkAbsentFact(fact: Resolved, operator: Operator, pointer: string, view: View): void {
  const negative = isNegative(operator) || (view.negated && operator.name !== 'exists');
  if (!negative || !mayBeAbsent(fact, view.guards)) return;
  const what = isNegative(operator) ? 'this operator' : 'the "not" around it';
  view.notes.fault(pointer, `"${fact.name}" may be absent, and of what is absent ${what} says true: ${guardAdvice}`);
}

function checkAbsentValue(value: Resolved, pointer: string, view: View): void {
  if (!mayBeAbsent(value, view.guards)) return;
  view.notes.fault(pointer, `the value "${value.name}" may be absent, and absent equals absent: ${guardAdvice}`);
}
