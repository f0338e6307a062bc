import type { Condition, Leaf, Message, Params, Reference, Rule } from '../../../src/rules/rule.ts';
import { isReference } from '../../../src/rules/rule.ts';

/** A rule with one condition changed, and what was changed where. */
export type Mutant = { readonly name: string; readonly rule: Rule };

type Operands = Exclude<NonNullable<Params['of']>, string>;
type Change<T> = readonly [name: string, changed: T];

const always = (holds: boolean): Leaf => ({ fact: 'asOf', operator: 'exists', value: holds });
const moved: { readonly [operator: string]: string } = {
  lessThan: 'lessThanInclusive',
  lessThanInclusive: 'lessThan',
  greaterThan: 'greaterThanInclusive',
  greaterThanInclusive: 'greaterThan',
};

/** Each leaf of the rule negated, dropped, and its value moved past the boundary; in every place where a condition stands. */
export function mutantsOf(rule: Rule): readonly Mutant[] {
  const { when, require, facts = {}, message } = rule;
  return [
    ...(when === undefined ? [] : conditions(when, '/when')).map(([name, changed]) => mutant(name, { when: changed })),
    ...conditions(require, '/require').map(([name, changed]) => mutant(name, { require: changed })),
    ...Object.entries(facts).flatMap(([key, reference]) =>
      references(reference, `/facts/${key}`).map(([name, changed]) =>
        mutant(name, { facts: { ...facts, [key]: changed } }),
      ),
    ),
    ...messages(message).map(([name, changed]) => mutant(name, { message: changed })),
  ];
  function mutant(name: string, changes: Partial<Rule>): Mutant {
    return { name: `${rule.id} ${name}`, rule: { ...rule, ...changes } };
  }
}

function messages(message: Message): readonly Change<Message>[] {
  if (typeof message === 'string') return [];
  return message.flatMap(({ when, ...rest }, index) =>
    (when === undefined ? [] : conditions(when, `/message/${index}/when`)).map(
      ([name, changed]): Change<Message> => [name, message.with(index, { ...rest, when: changed })],
    ),
  );
}

function conditions(condition: Condition, at: string): readonly Change<Condition>[] {
  if ('all' in condition) return group(condition.all, `${at}/all`, true).map(([name, all]) => [name, { all }]);
  if ('any' in condition) return group(condition.any, `${at}/any`, false).map(([name, any]) => [name, { any }]);
  if ('not' in condition)
    return conditions(condition.not, `${at}/not`).map(([name, changed]) => [name, { not: changed }]);
  return leaves(condition, at);
}

/** A leaf that is dropped leaves what decides nothing in its group. */
const group = (parts: readonly Condition[], at: string, neutral: boolean): readonly Change<readonly Condition[]>[] =>
  parts.flatMap((part, index) => {
    const own = conditions(part, `${at}/${index}`).map(
      ([name, changed]): Change<readonly Condition[]> => [name, parts.with(index, changed)],
    );
    return 'fact' in part ? [[`${at}/${index} dropped`, parts.with(index, always(neutral))] as const, ...own] : own;
  });

function leaves(leaf: Leaf, at: string): readonly Change<Condition>[] {
  const { value, operator } = leaf;
  const swapped = operator.replace(/[a-zA-Z]+$/, (last) => moved[last] ?? last);
  return [
    [`${at} negated`, { not: leaf }],
    ...(swapped === operator ? [] : [[`${at} with ${swapped}`, { ...leaf, operator: swapped }] as const]),
    ...values(value).map(([name, changed]) => [`${at} with ${name}`, { ...leaf, value: changed }] as const),
    ...(isReference(value)
      ? references(value, `${at}/value`).map(([name, changed]) => [name, { ...leaf, value: changed }] as const)
      : []),
    ...references(leaf, at).map(([name, { params = {} }]) => [name, { ...leaf, params }] as const),
  ];
}

/** Numbers a little more and less; a list without each of its values. That a text is another one is the leaf's negation. */
function values(value: unknown): readonly Change<unknown>[] {
  if (typeof value === 'number') return [value - 1, value + 1].map((each) => [`value ${each}`, each]);
  if (!Array.isArray(value) || value.length < 2) return [];
  return value.map((each: unknown, index) => [`value without ${String(each)}`, value.toSpliced(index, 1)]);
}

/** The conditions inside of what a reference asks over. */
function references(reference: Reference, at: string): readonly Change<Reference>[] {
  const { params } = reference;
  if (params === undefined) return [];
  return inParams(params, `${at}/params`).map(([name, changed]) => [name, { ...reference, params: changed }]);
}

function inParams(params: Params, at: string): readonly Change<Params>[] {
  const { where, of, fact, from, to } = params;
  const whole = where === undefined ? [] : conditions(where, `${at}/where`);
  const inner = { fact, from, to };
  return [
    ...whole.map(([name, changed]) => [name, { ...params, where: changed }] as const),
    ...Object.entries(inner).flatMap(([key, part]) =>
      isReference(part)
        ? references(part, `${at}/${key}`).map(([name, changed]) => [name, { ...params, [key]: changed }] as const)
        : [],
    ),
    ...(isOperands(of) ? operands(of, at) : []).map(([name, changed]) => [name, { ...params, of: changed }] as const),
  ];
}

const isOperands = (of: Params['of']): of is Operands => Array.isArray(of);

const operands = (of: Operands, at: string): readonly Change<Operands>[] =>
  of.flatMap((part, index): readonly Change<Operands>[] => {
    if (typeof part === 'number') return [[`${at}/of/${index} with ${part + 1}`, of.with(index, part + 1)]];
    if (typeof part === 'string') return [];
    return references(part, `${at}/of/${index}`).map(([name, changed]) => [name, of.with(index, changed)]);
  });
