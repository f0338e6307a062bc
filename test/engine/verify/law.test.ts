import { describe, expect, test } from 'vitest';
import { oneOf } from '../../../src/catalogue/field.ts';
import { type Answer, known, type Reason, range, unknown } from '../../../src/engine/answer.ts';
import { compileLeaf } from '../../../src/engine/leaf.ts';
import { lawOf } from '../../../src/engine/verify/law.ts';
import type { SeenLeaf } from '../../../src/engine/verify/leaves.ts';
import type { Condition } from '../../../src/rules/rule.ts';

const reasons: readonly Reason[] = [{ note: 'not read' }];
const seen = (operator: string, left: Answer, right: Answer): SeenLeaf => ({
  ...{ left, right },
  holds: compileLeaf(operator)(left, right).holds,
});
const leaf = (operator = 'equal'): Condition => ({ fact: 'a', operator, value: 1 });

const T: SeenLeaf = seen('equal', known(1), known(1));
const F: SeenLeaf = seen('equal', known(2), known(1));
const U: SeenLeaf = seen('equal', unknown(reasons), known(1));

const law = (condition: Condition, at = '/require') => lawOf([{ at, condition }]);

const l = leaf();
const all = { all: [l, l] };
const any = { any: [l, l] };

describe('a condition is true, false or unknown as Kleene says', () => {
  test.each<[name: string, Condition, readonly SeenLeaf[], boolean | null]>([
    ['a leaf', l, [T], true],
    ['a leaf', l, [F], false],
    ['a leaf', l, [U], null],
    ['all', all, [T, T], true],
    ['all', all, [U, F], false],
    ['all', all, [U, T], null],
    ['any', any, [U, T], true],
    ['any', any, [F, U], null],
    ['any', any, [F, F], false],
    ['not', { not: l }, [U], null],
    ['not not', { not: { not: l } }, [U], null],
    ['not all', { not: all }, [U, F], true],
    ['not all', { not: all }, [U, T], null],
    ['not any', { not: any }, [U, T], false],
    ['not any of not', { not: { any: [l, { not: l }] } }, [F, U], null],
    ['not any of not', { not: { any: [l, { not: l }] } }, [U, F], false],
    ['unknown beside its own negation', { any: [l, { not: l }] }, [U, U], null],
  ])('%s', async (_, condition, leaves, expected) => {
    expect(await law(condition)(leaves)).toEqual({ holds: [expected], contested: undefined });
  });
});

const some = (...answers: readonly Answer[]): Answer => ({ is: 'oneOf', answers, reasons });
const strange = known('NEW', oneOf(['OLD']));

describe('a leaf that is not known as a whole', () => {
  test.each<[operator: string, left: Answer, right: Answer, boolean | null]>([
    ['lessThan', range(1, 3, reasons), known(5), true],
    ['lessThan', range(1, 7, reasons), known(5), null],
    ['equal', range(1, 3, reasons), known(5), false],
    ['notEqual', range(1, 3, reasons), known(5), true],
    ['lessThan', known(1), range(2, 3, reasons), true],
    ['greaterThan', range(1, 2, reasons), range(3, 4, reasons), false],
    ['equal', some(known('a'), known('b')), known('c'), false],
    ['equal', some(known('a'), known('b')), known('a'), null],
    ['in', some(known('a'), known('b')), known(['a', 'b']), true],
    ['equal', { is: 'unknown', reasons, not: ['a'] }, known('a'), false],
    ['equal', strange, known('OLD'), null],
    ['equal', strange, known('NEW'), true],
    ['exists', strange, known(true), true],
  ])('%s %j %j: %s', async (operator, left, right, expected) => {
    const ruling = await law(leaf(operator))([seen(operator, left, right)]);
    expect(ruling).toEqual({ holds: [expected], contested: undefined });
  });
});

describe('a leaf that our engine judged wrongly is contested', () => {
  test.each<[operator: string, left: Answer, right: Answer, wrong: boolean]>([
    ['equal', known(1), known(1), false],
    ['exists', known(undefined), known(true), true],
    ['matches', known('abc'), known('a*'), false],
    ['lessThan', range(1, 7, reasons), known(5), true],
    ['lessThan', known(5), range(1, 7, reasons), true],
    ['equal', some(known('a'), known('b')), known('a'), true],
    ['everyFact:equal', known([1, 2]), known(1), true],
  ])('%s %j %j: not %s', async (operator, left, right, holds) => {
    const condition = { all: [l, { not: leaf(operator) }] };
    const { contested } = await law(condition, '/when')([T, { left, right, holds }]);
    expect(contested).toEqual({ at: '/when/all/1/not', operator, ours: holds, theirs: !holds });
  });

  test('one that is known and left open is not open for json-rules-engine', async () => {
    const { holds } = await law(l)([{ left: known(1), right: known(1), holds: null }]);
    expect(holds).toEqual([true]);
  });
});

test('leaves that are not the condition’s are a mistake', async () => {
  await expect(law(all)([T])).rejects.toThrow('1 of 2 leaves were seen');
});

test('two conditions of a rule are judged apart', async () => {
  const both = lawOf([
    { at: '/when', condition: l },
    { at: '/require', condition: all },
  ]);
  expect((await both([T, F, T])).holds).toEqual([true, false]);
  expect((await both([F, T, T])).holds).toEqual([false, true]);
  expect((await both([U, T, U])).holds).toEqual([null, null]);
  expect((await both([{ ...F, holds: true }, T, T])).contested?.at).toBe('/when');
});

test('what was asked before is not asked again, and nothing is taken for what it is not', async () => {
  const equal = law(l);
  const one = { a: 1 };
  const ask = async (left: unknown, right: unknown) =>
    (await equal([{ ...{ left: known(left), right: known(right) }, holds: left === right }])).contested;
  const values = [
    undefined,
    null,
    'null',
    'undefined',
    '1',
    1,
    '',
    0,
    -0,
    '-0',
    true,
    'true',
    one,
    { a: 1 },
    '#1',
    [1],
    [1],
  ];
  for (const left of values) for (const right of values) expect(await ask(left, right)).toBe(undefined);
  expect((await equal([{ left: known(one), right: known(one), holds: false }])).contested).toBeDefined();
  expect((await equal([{ left: strange, right: known('OLD'), holds: null }])).holds).toEqual([null]);
  expect((await equal([{ left: known('NEW'), right: known('OLD'), holds: false }])).holds).toEqual([false]);
});
