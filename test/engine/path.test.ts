import { describe, expect, test } from 'vitest';
import { listOf, oneOf, shapeOf } from '../../src/catalogue/field.ts';
import { type Answer, known, range, strangeValue, unknown } from '../../src/engine/answer.ts';
import { walk } from '../../src/engine/path.ts';
import { pathSteps } from '../../src/rules/path.ts';
import { point, shard, vault } from './estate.ts';
import { itemOf, plain, worldOf } from './fact-value.ts';

const world = worldOf([shard({ records: [point('1'), vault('main', { MinRetentionDays: 7 })] })]);
const into = (value: unknown, path: string | undefined): unknown =>
  plain(walk(known(value), pathSteps(path ?? ''), world));

describe('steps', () => {
  test.each<[string, readonly (string | number)[]]>([
    ['', []],
    ['$', []],
    ['$.a-b', ['a-b']],
    ['$.a', ['a']],
    ["$.a['b c'][0].length", ['a', 'b c', 0, 'length']],
    ["$['aws:createdBy']", ['aws:createdBy']],
    ["$['a.b']", ['a.b']],
  ])('%s: %j', (path, steps) => {
    expect(pathSteps(path)).toEqual(steps);
  });
});

describe('the way into a value', () => {
  const value = { a: { b: [10, 20] }, 'c:d': 'x' };

  test.each<[string | undefined, unknown]>([
    [undefined, value],
    ['$.a.b[1]', 20],
    ['$.a.b[2]', undefined],
    ['$.a.b.length', 2],
    ["$['c:d']", 'x'],
    ["$['c:d'].length", undefined],
    ['$.a.none', undefined],
    ['$.none.none', undefined],
    ['$.constructor', undefined],
    ['$.a.toString', undefined],
  ])('%s: %j', (path, expected) => {
    expect(into(value, path)).toEqual(expected);
  });

  test.each([undefined, null, 7, 'text'])('into %j there is none', (nothing) => {
    expect(into(nothing, '$.a')).toBe(undefined);
  });
});

describe('through records', () => {
  const item = itemOf(world, 'recoveryPoint');

  test.each<[string, unknown]>([
    ['$.vault.lockMinDays', 7],
    ['$.vault.BackupVaultName', 'main'],
    ['$.vault.scope.accountId', '111122223333'],
    ['$.Lifecycle.DeleteAfterDays', 35],
  ])('%s: %j', (path, expected) => {
    expect(into(item, path)).toBe(expected);
  });

  test('a list of records', () => {
    expect(into([item], '$[0].Status')).toBe('COMPLETED');
    expect(into([item], '$.length')).toBe(1);
    expect(into([item], '$[1].Status')).toBe(undefined);
  });

  test('a member keeps what AWS documents of it, so that a new value is seen', () => {
    const type = shapeOf({ Findings: listOf(oneOf(['MALWARE'])) });
    const found = walk(known({ Findings: ['WORM'] }, type), pathSteps('$.Findings[0]'), world);
    expect(strangeValue(found)).toBe('WORM');
  });
});

describe('what is not known', () => {
  const reasons = [{ note: 'not read' }];
  const cases: readonly [string, Answer, unknown][] = [
    ['unknown', unknown(reasons), 'unknown'],
    ['between two ends', range(1, 2, reasons), { from: 1, to: 2 }],
    [
      'one of several',
      { is: 'oneOf', answers: [known({ a: 1 }), known(undefined)], reasons },
      { oneOf: [1, undefined] },
    ],
  ];
  test.each(cases)('%s stays so', (_, answer, expected) => {
    expect(plain(walk(answer, ['a'], world))).toEqual(expected);
  });
});
