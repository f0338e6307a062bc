import { describe, expect, test } from 'vitest';
import { judge } from '../../src/engine/compiler.ts';
import { leavesOf } from '../../src/engine/verify/leaves.ts';
import type { Condition } from '../../src/rules/rule.ts';
import { contextOf, knownAnswers } from './differential/own-context.ts';
import { rulesEngine } from './differential/rules-engine.ts';

type Facts = { readonly [fact: string]: unknown };

/** Ours and json-rules-engine's, which a case expects to be the same. */
async function verdicts(condition: Condition, facts: Facts): Promise<readonly [boolean | null, boolean]> {
  const parameters = { list: [1, 2, 3, 4, 5, 6], none: [] };
  const { result } = await rulesEngine(condition)({ ...facts, parameters });
  return [judge(condition, contextOf(knownAnswers(facts), parameters)).holds, result];
}

const leaf = (operator: string, value: unknown, path?: string): Condition => ({
  ...{ fact: 'a', operator, value },
  ...(path === undefined ? {} : { path }),
});
const yes = leaf('equal', 1);
const no = leaf('equal', 2);

/** By the number of the case in the list of traps of json-rules-engine 7.3.1. */
const groups: { readonly [name: string]: Condition } = {
  'all of one': { all: [yes] },
  'any of one': { any: [yes] },
  'not of true in all': { all: [{ not: no }, yes] },
  'not of not': { not: { not: yes } },
  'any inside all inside not': { not: { all: [{ any: [no, no] }, yes] } },
};

describe('1: groups', () => {
  test.each(Object.entries(groups))('%s', async (_, condition) => {
    expect(await verdicts(condition, { a: 1 })).toEqual([true, true]);
    expect(await verdicts({ not: condition }, { a: 1 })).toEqual([false, false]);
  });
});

/** What stands on the left, in the order of the columns below. */
const lefts: readonly unknown[] = [
  ...[undefined, null, '', true, false, 5, -0, '5', ' 3', '0x10', '12abc', 'abc', 'a'],
  ...[[], [3], ['a', 'b'], {}, { a: 1 }, Number.NaN, Infinity, '2026-11-20T06:00:00.000Z'],
];
const T = true;
const F = false;

type Row = readonly [operator: string, value: unknown, holds: readonly boolean[]];

const rows: readonly Row[] = [
  //                               undef nul '' t  f  5 -0 '5' 3 0x1 12a abc a  [] [3] ab {} {a} NaN Inf date
  ['equal', 5, [F, F, F, F, F, T, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F]],
  ['equal', '', [F, F, T, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F]],
  ['equal', 0, [F, F, F, F, F, F, T, F, F, F, F, F, F, F, F, F, F, F, F, F, F]],
  ['equal', [3], [F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F]],
  ['notEqual', 5, [T, T, T, T, T, F, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T]],
  ['in', ['a', 5, '5'], [F, F, F, F, F, T, F, T, F, F, F, F, T, F, F, F, F, F, F, F, F]],
  ['in', [], [F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F]],
  ['notIn', ['a', 5], [T, T, T, T, T, F, T, T, T, T, T, T, F, T, T, T, T, T, T, T, T]],
  ['contains', 'a', [F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, T, F, F, F, F, F]],
  ['doesNotContain', 'a', [F, F, F, F, F, F, F, F, F, F, F, F, F, T, T, F, F, F, F, F, F]],
  ['not:contains', 'a', [T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, F, T, T, T, T, T]],
  ['lessThan', 17, [F, F, F, F, F, T, T, T, T, T, F, F, F, F, T, F, F, F, F, F, F]],
  ['lessThanInclusive', 5, [F, F, F, F, F, T, T, T, T, F, F, F, F, F, T, F, F, F, F, F, F]],
  ['greaterThan', 4, [F, F, F, F, F, T, F, T, F, T, F, F, F, F, F, F, F, F, F, T, F]],
  ['greaterThanInclusive', 5, [F, F, F, F, F, T, F, T, F, T, F, F, F, F, F, F, F, F, F, T, F]],
  ['not:lessThan', 17, [T, T, T, T, T, F, F, F, F, F, T, T, T, T, F, T, T, T, T, T, T]],
  ['greaterThan', '2026-11-20T06:00:00Z', [F, F, F, F, F, F, F, T, F, F, F, F, F, F, T, F, F, F, F, F, F]],
  ['everyFact:equal', 3, [F, F, F, F, F, F, F, F, F, F, F, F, F, T, T, F, F, F, F, F, F]],
  ['someFact:equal', 3, [F, F, F, F, F, F, F, F, F, F, F, F, F, F, T, F, F, F, F, F, F]],
  ['everyValue:equal', [], [T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T]],
  ['everyValue:contains', ['a', 'b'], [F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, T, F, F, F, F, F]],
  ['exists', true, [F, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T]],
  ['matches', '*a*', [F, F, F, F, F, F, F, F, F, F, T, T, T, F, F, F, F, F, F, F, F]],
];

describe('4, 5, 6, 14: each operator on every type, and `not:` beside the inverse operator', () => {
  test.each(rows)('%s %j', async (operator, value, holds) => {
    const found = await Promise.all(lefts.map((a) => verdicts(leaf(operator, value), { a })));
    expect(found).toEqual(holds.map((each) => [each, each]));
  });
});

const object = { a: { b: 5 }, list: ['x', 'y'], empty: [], text: '' };

type Case = readonly [name: string, condition: Condition, facts: Facts, holds: boolean];

const cases: readonly Case[] = [
  ['7: `in` with a list parameter', leaf('in', { fact: 'parameters', path: '$.list' }), { a: 6 }, true],
  ['7: `in` with an empty one', leaf('in', { fact: 'parameters', path: '$.none' }), { a: 6 }, false],
  ['8: a number is above null', leaf('greaterThan', { fact: 'b' }), { a: 5, b: null }, true],
  ['8: and not above what is absent', leaf('greaterThan', { fact: 'b' }), { a: 5 }, false],
  ['8: absent equals absent', leaf('equal', { fact: 'b' }), {}, true],
  ['9: a path into what is absent', leaf('exists', false, '$.a'), {}, true],
  ['9: a path beyond a value', leaf('exists', false, '$.a.b.c'), { a: object }, true],
  ['9: the length of a list', leaf('equal', 2, '$.list.length'), { a: object }, true],
  ['9: of an empty list', leaf('equal', 0, '$.empty.length'), { a: object }, true],
  ['9: a text has none', leaf('exists', false, '$.text.length'), { a: object }, true],
  ['9: what is inherited is no member', leaf('exists', false, '$.toString'), { a: object }, true],
  ['9: nor is a constructor', leaf('exists', false, '$.constructor.name'), { a: object }, true],
  ['9: an own member of that name is', leaf('equal', 1, '$.constructor'), { a: { constructor: 1 } }, true],
  ['9: nor is __proto__', leaf('exists', false, "$['__proto__']"), { a: object }, true],
  ['9: an element beyond the end', leaf('exists', false, '$.list[2]'), { a: object }, true],
  ['11: a key that JSONPath would cut up', leaf('equal', 1, "$['a,b']"), { a: { 'a,b': 1, a: 2 } }, true],
  ['11: and does not fall back to its parts', leaf('exists', false, "$['a,b']"), { a: { a: 2, b: 3 } }, true],
  ['11: a key with a colon', leaf('equal', 1, "$['12:30']"), { a: { '12:30': 1 } }, true],
  ['12: a fact as value', leaf('equal', { fact: 'b' }), { a: 'x', b: 'x' }, true],
  ['12: with a path', leaf('equal', { fact: 'b', path: '$.list[1]' }), { a: 'y', b: object }, true],
  ['12: objects are equal where they are one', leaf('equal', { fact: 'b' }), { a: object, b: object }, true],
  ['12: and else not', leaf('equal', { fact: 'b' }), { a: { x: 1 }, b: { x: 1 } }, false],
  ['14: a list of many', leaf('in', [1, '2', true, 4, 5, 6]), { a: 2 }, false],
  ['14: -0 is in a list with 0', leaf('in', [1, 2, 3, 4, 5, 0]), { a: -0 }, true],
  ['14: NaN is in none', leaf('swap:contains', { fact: 'b' }), { a: Number.NaN, b: [Number.NaN] }, false],
  ['18: given as undefined', leaf('exists', false), { a: undefined }, true],
  ['18: not given', leaf('exists', false), {}, true],
];

describe('verdicts', () => {
  test.each(cases)('%s', async (_, condition, facts, holds) => {
    expect(await verdicts(condition, facts)).toEqual([holds, holds]);
  });
});

test('19: the trace has every leaf, whether or not it decided', async () => {
  const condition: Condition = { any: [yes, { all: [no, { not: leaf('exists', true, '$.x') }] }] };
  const { leaves } = await rulesEngine(condition)({ a: 1 });
  const ours = leavesOf(condition, contextOf(knownAnswers({ a: 1 }), {}));
  expect(ours.map(({ holds }) => holds)).toEqual([true, false, false]);
  // Case 9 again: with a path, json-rules-engine gives a single value as if the path led to it; no fact that a rule may
  // give a path to is one.
  expect(leaves.map(({ result }) => result)).toEqual([true, false, true]);
});
